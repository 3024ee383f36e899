import type { ProblemCode } from "../domain/problem-catalogue";

/** A plan, a stack or a checks file that cannot be judged. Never a finding, and never a pass (rule PLN-1). */
export class PlanRefused extends Error {
  public override readonly name = "PlanRefused";

  public constructor(
    public readonly code: ProblemCode,
    message: string,
    public readonly hint: string,
  ) {
    super(message);
  }
}

/** Something in a document is not as Terraform writes it. `path` holds names only, never a value. */
export function damaged(path: string, what: string): PlanRefused {
  return new PlanRefused(
    "SPC904",
    `the plan is damaged: ${path} ${what}`,
    "make the plan again: terraform plan -out=plan, then terraform show -json plan > plan.json",
  );
}
