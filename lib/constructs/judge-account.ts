import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { planAccount } from "../domain/planner/account";
import { collectProblems, hasErrors } from "../domain/report";
import type { AccountRequest } from "../domain/request";
import { ConstructProblem } from "./construct-problem";

/** The value, or another one that is always right where the value is known to Terraform only: Azure judges it then. */
export function concreteOr(value: string, right: string): string {
  return Token.isUnresolved(value) ? right : value;
}

/** Judges the words of an account as the planner does, and throws all problems at once. */
export function judgeAccount(scope: IConstruct, request: AccountRequest): void {
  const report = collectProblems();
  planAccount(request, "trial", { path: "" }, report);
  const problems = report.problems();
  if (hasErrors(problems)) {
    throw new ConstructProblem(
      problems.map((problem) => ({ ...problem, path: propOf(problem.path) })),
      scope,
    );
  }
}

/** The planner's paths are those of `speech.yaml`; constructs have flat props. */
function propOf(path: string): string {
  return path === "resourceGroup.name" ? "resourceGroupName" : path.replace(/^(existing|network)\./, "");
}

/** Judges an endpoint that is known at synth. */
export function judgeEndpoint(scope: IConstruct, endpoint: string): void {
  if (!Token.isUnresolved(endpoint)) {
    judgeAccount(scope, { kind: "endpoint", endpoint });
  }
}
