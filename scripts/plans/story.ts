import type { OutsideAction } from "../../lib/sandbox/outside";

/** How one or more plans come about: steps on one engine and one subscription, from nothing. */
export interface Story {
  readonly steps: readonly Step[];
}

export interface Step {
  /** A `speech.yaml`, synthesized as our command does, or the folder of hand-written files below `hcl/`. */
  readonly given: { readonly yaml: string } | { readonly hcl: string };
  /** What happens outside of Terraform before the plan. */
  readonly outside?: readonly OutsideAction[];
  /** Words of `terraform plan`, such as `-destroy`. */
  readonly words?: readonly string[];
  /** Keeps the plan under this name. `committed`: the tests without Terraform read it, too. */
  readonly keep?: { readonly name: string; readonly about: string; readonly committed?: true };
  /** Whether the plan is applied; `fails`: Terraform is expected to stop half way. */
  readonly apply?: "succeeds" | "fails";
}
