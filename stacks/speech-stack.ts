import { Aspects, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { SpeechPolicy } from "../lib/constructs/policy";
import type { DeploymentPlan, SitePlan } from "../lib/domain/plan";
import { createAccounts, readAccounts } from "./account";
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

/**
 * The planner has told its warnings, and `check` tells all of them: here only an error counts, which stops the synth. A
 * tag that is pinned by hand is the user's word; the planner warns of one that nobody knows.
 */
function judgeAtSynth(stack: TerraformStack): void {
  Aspects.of(stack).add(new SpeechPolicy({ level: "error", leaveOut: ["IMG-3"] }));
}

/** Accounts and containers in one stack (layout `containers`). */
export class SpeechStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, site, folder = process.cwd() }: SpeechStackProps) {
    super(scope, id);
    judgeAtSynth(this);
    addBackend(this, plan, folder);
    const accounts = readAccounts(this, plan, site, createAccounts(this, plan));
    addAccountOutputs(this, accounts);
    addSite(this, plan, { site, accounts, folder });
    addSiteOutputs(this, site);
  }
}

export type SpeechAccountStackProps = PlannedStackProps;

/** The accounts that a deployment of several sites makes (layout `sites`). */
export class SpeechAccountStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, folder = process.cwd() }: SpeechAccountStackProps) {
    super(scope, id);
    judgeAtSynth(this);
    addBackend(this, plan, folder);
    addAccountOutputs(this, createAccounts(this, plan));
  }
}

/** The containers of one site (layout `sites`). They read the accounts by data source: no secret crosses stacks. */
export class SpeechSiteStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { plan, site, folder = process.cwd() }: SpeechStackProps) {
    super(scope, id);
    judgeAtSynth(this);
    addBackend(this, plan, folder);
    const accounts = readAccounts(this, plan, site);
    addAccountOutputs(this, accounts);
    addSite(this, plan, { site, accounts, folder });
    addSiteOutputs(this, site);
  }
}
