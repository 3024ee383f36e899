import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { CreatedAccountPlan, DeploymentPlan, SitePlan } from "../lib/domain/plan";
import { createAccount, readAccount } from "./account";
import { addBackend } from "./backend";
import { addAccountOutputs, addSiteOutputs } from "./outputs";
import { addSite } from "./site";

/** What every stack of a deployment is made from. */
interface PlannedStackProps {
  readonly plan: DeploymentPlan;

  /**
   * The project: relative paths of the plan (a local state, certificates of an engine) are taken from it.
   *
   * @default - the current folder
   */
  readonly folder?: string;
}

export interface SpeechStackProps extends PlannedStackProps {
  readonly site: SitePlan;
}

/** Account and containers in one stack (layout `containers`). */
export class SpeechStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, site, folder = process.cwd() }: SpeechStackProps) {
    super(scope, id);
    addBackend(this, plan, folder);
    const account =
      plan.account.kind === "create" ? createAccount(this, plan, plan.account) : readAccount(this, plan.account);
    addAccountOutputs(this, account);
    addSite(this, plan, { site, account, folder });
    addSiteOutputs(this, site);
  }
}

export interface SpeechAccountStackProps extends PlannedStackProps {
  readonly account: CreatedAccountPlan;
}

/** The account of several sites (layout `sites`). */
export class SpeechAccountStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, account, folder = process.cwd() }: SpeechAccountStackProps) {
    super(scope, id);
    addBackend(this, plan, folder);
    addAccountOutputs(this, createAccount(this, plan, account));
  }
}

/** The containers of one site (layout `sites`). They read the account by data source: no secret crosses stacks. */
export class SpeechSiteStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, site, folder = process.cwd() }: SpeechStackProps) {
    super(scope, id);
    addBackend(this, plan, folder);
    const account = readAccount(this, plan.account);
    addAccountOutputs(this, account);
    addSite(this, plan, { site, account, folder });
    addSiteOutputs(this, site);
  }
}
