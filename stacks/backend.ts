import { resolve } from "node:path";
import { TerraformBackend, type TerraformRemoteState, type TerraformStack } from "cdktf";
import { crossStackReference } from "../lib/constructs/misuse";
import { backendOfStack } from "../lib/domain/state-place";
import type { DeploymentPlan } from "../lib/domain/plan";
import { literals } from "../lib/constructs/literals";

/** A Terraform backend of any type, with the settings as they were written. */
class PlannedBackend extends TerraformBackend {
  readonly #settings: Readonly<Record<string, unknown>>;

  public constructor(stack: TerraformStack, type: string, settings: Readonly<Record<string, unknown>>) {
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
 * `cdktf.json`. Terraform runs inside `cdktf.out`, which may be deleted at any time, so a relative path of a local
 * backend is taken from the project.
 */
export function addBackend(stack: TerraformStack, plan: DeploymentPlan): void {
  const backend = backendOfStack(plan, stack.node.id);
  if (backend === undefined) {
    return;
  }
  const settings = literals(backend.settings);
  if (backend.type !== "local") {
    new PlannedBackend(stack, backend.type, settings);
  } else if (typeof settings["path"] === "string") {
    new PlannedBackend(stack, "local", { ...settings, path: resolve(settings["path"]) });
  }
}
