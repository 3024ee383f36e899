import type { AccountRole } from "./account-kinds";
import type { SettingPlan } from "./plan";
import type { SecretsVia } from "./settings";

/** What runs once before a container starts, planned or rendered. */
export interface Steps<Step> {
  readonly displaySteps?: readonly Step[];
  readonly licenseStep?: Step;
}

/** The steps in their order. */
export function stepsOf<Step>({ displaySteps = [], licenseStep }: Steps<Step>): readonly Step[] {
  return licenseStep === undefined ? displaySteps : [...displaySteps, licenseStep];
}

/** A step asks Azure for something: it accepts the EULA and shows the key of the account that it takes it from. */
export function stepAccount(account: AccountRole, secretsVia: SecretsVia): readonly SettingPlan[] {
  const role = account === "speech" ? {} : { account };
  return [
    { name: "Eula", value: { kind: "literal", text: "accept" }, via: "argument" },
    { name: "Billing", value: { kind: "endpoint", ...role }, via: "argument" },
    { name: "ApiKey", value: { kind: "apiKey", ...role }, via: secretWay(secretsVia) },
  ];
}

export function secretWay(secretsVia: SecretsVia): SettingPlan["via"] {
  return secretsVia === "environment" ? "environment" : "argument";
}
