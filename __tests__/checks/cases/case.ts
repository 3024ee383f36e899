import type { JudgeOptions } from "../../../lib/checks/judge";
import type { Beside, Edit, PlanName } from "../real-plan";

/** What one rule says of a real plan in which something was changed. */
export interface Case {
  readonly rule: string;
  /** Reads on behind the rule's id. */
  readonly name: string;
  readonly from: PlanName;
  readonly edits?: readonly Edit[];
  readonly beside?: Beside;
  /** Default: profile production. */
  readonly options?: JudgeOptions;
  /** Findings and undecided answers. Default: it passes. */
  readonly says?: readonly string[];
  /** The rule has nothing to judge here. */
  readonly silent?: true;
  /** This is the only finding that any rule has: a line of the table of mutations. */
  readonly mutation?: true;
}

export const ACCOUNT = "azurerm_cognitive_account.speech";
export const CAPTIONS = "docker_container.captions";
export const NARRATOR = "docker_container.narrator";
export const CALLCENTER = "docker_container.callcenter";
export const CAPTIONS_IMAGE = "docker_image.speech-to-text_4-12-0-amd64-en-us_40dabe54";
export const SPEECH = "mcr.microsoft.com/azure-cognitive-services/speechservices";
export const TRIAL: JudgeOptions = { profile: "trial" };
