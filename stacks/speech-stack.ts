import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { CreatedAccountPlan, DeploymentPlan, SitePlan } from "../lib/domain/plan";
import { createAccount, readAccount } from "./account";
import { addBackend } from "./backend";
import { addAccountOutputs, addSiteOutputs } from "./outputs";
import { addSite } from "./site";

export interface SpeechStackProps {
  readonly plan: DeploymentPlan;
  readonly site: SitePlan;
}

/** Account and containers in one stack (layout `containers`). */
export class SpeechStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, site }: SpeechStackProps) {
    super(scope, id);
    addBackend(this, plan);
    const account =
      plan.account.kind === "create" ? createAccount(this, plan, plan.account) : readAccount(this, plan.account);
    addAccountOutputs(this, account);
    addSite(this, plan, { site, account });
    addSiteOutputs(this, site);
  }
}

export interface SpeechAccountStackProps {
  readonly plan: DeploymentPlan;
  readonly account: CreatedAccountPlan;
}

/** The account of several sites (layout `sites`). */
export class SpeechAccountStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, account }: SpeechAccountStackProps) {
    super(scope, id);
    addBackend(this, plan);
    addAccountOutputs(this, createAccount(this, plan, account));
  }
}

/** The containers of one site (layout `sites`). They read the account by data source: no secret crosses stacks. */
export class SpeechSiteStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, site }: SpeechStackProps) {
    super(scope, id);
    addBackend(this, plan);
    const account = readAccount(this, plan.account);
    addAccountOutputs(this, account);
    addSite(this, plan, { site, account });
    addSiteOutputs(this, site);
  }
}
