import { resolve } from "node:path";
import { TerraformBackend, type TerraformRemoteState, type TerraformStack } from "cdktf";
import { crossStackReference } from "../lib/constructs/misuse";
import { backendOfStack } from "../lib/domain/state-place";
import type { DeploymentPlan } from "../lib/domain/plan";
import { literals } from "../lib/constructs/literals";

type Settings = Readonly<Record<string, unknown>>;

/** Settings of a local backend that are paths. */
const localPaths: ReadonlySet<string> = new Set(["path", "workspace_dir"]);

/** A Terraform backend of any type, with the settings as they were written. */
class PlannedBackend extends TerraformBackend {
  readonly #settings: Settings;

  public constructor(stack: TerraformStack, type: string, settings: Settings) {
    super(stack, "backend", type);
    this.#settings = settings;
  }

  public override getRemoteStateDataSource(): TerraformRemoteState {
    throw crossStackReference(this);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.#settings };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...this.#settings };
  }
}

/**
 * The stack's own place of state. Without a backend in the plan it is CDKTF's: `terraform.<stack id>.tfstate` beside
 * `cdktf.json`. Terraform runs inside `cdktf.out`, which may be deleted at any time, so relative paths of a local backend
 * are taken from the project.
 */
export function addBackend(stack: TerraformStack, plan: DeploymentPlan, folder: string): void {
  const backend = backendOfStack(plan, stack.node.id);
  if (backend === undefined) {
    return;
  }
  const { type, settings } = backend;
  if (type !== "local") {
    new PlannedBackend(stack, type, literals(settings));
  } else if (Object.keys(settings).length > 0) {
    new PlannedBackend(stack, type, literals(localSettings(settings, stack.node.id, folder)));
  }
}

/** With the path that CDKTF would choose: Terraform's own, `terraform.tfstate`, would be inside `cdktf.out`. */
function localSettings(written: Settings, stackId: string, folder: string): Settings {
  const settings: Settings = { path: `terraform.${stackId}.tfstate`, ...written };
  const fromProject = (key: string, value: unknown) =>
    localPaths.has(key) && typeof value === "string" ? resolve(folder, value) : value;
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, fromProject(key, value)]));
}
