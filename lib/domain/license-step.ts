import type { AccountRole } from "./account-kinds";
import { licenseFolder } from "./catalogue/settings-data";
import { planStepLabels } from "./labels";
import type { MountPlan, SettingPlan, StepPlan } from "./plan";
import { type Proxy, planProxy } from "./proxy";
import { type SecretsVia, mountSettings } from "./settings";
import { secretWay, stepAccount } from "./steps";

/** What the step that fetches a licence follows from. */
export interface LicenseStepSource {
  readonly name: string;
  /** Of the container that it is for. */
  readonly engineName: string;
  readonly functionName: string;
  /** Of the container that it is for. */
  readonly mounts: readonly MountPlan[];
  readonly modelFolder: string | undefined;
  readonly secretsVia: SecretsVia;
  /** The way to Azure. */
  readonly proxy: Proxy | undefined;
  /** The account that gives the licence. */
  readonly account: AccountRole;
  readonly renewal: string | undefined;
}

/**
 * The container that fetches the licence and ends: online, with a key, and with the model of a custom container beside
 * it, since the licence is made for both.
 */
export function planLicenseStep(source: LicenseStepSource): StepPlan {
  const { name, engineName, functionName, modelFolder, secretsVia, proxy, account, renewal } = source;
  const mounts = source.mounts.filter(({ target }) => target === licenseFolder.value || target === modelFolder);
  const settings: readonly SettingPlan[] = [
    ...stepAccount(account, secretsVia),
    { name: "DownloadLicense", value: { kind: "literal", text: "True" }, via: "argument" },
    ...mountSettings(mounts),
    ...(proxy === undefined ? [] : planProxy(proxy, secretWay(secretsVia))),
  ];
  return {
    id: "license",
    fetches: "the licence",
    engineName: licenseStepName(engineName),
    mounts,
    settings,
    labels: planStepLabels("license", name, functionName, { mounts, renewal }),
  };
}

/** The name on the engine of the step that fetches a container's licence. */
export function licenseStepName(engineName: string): string {
  return `${engineName}-license`;
}

/** Whether a step takes its licence from an account of its own. */
export function usesLicenseAccount(step: StepPlan | undefined): boolean {
  return step?.settings.some(({ value }) => "account" in value && value.account === "licenseAccount") === true;
}
