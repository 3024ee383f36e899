import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import type { AccountRole } from "../domain/account-kinds";
import { planAccount } from "../domain/planner/account";
import { judgeTags } from "../domain/planner/tags";
import { collectProblems, hasErrors } from "../domain/report";
import type { AccountRequest } from "../domain/request";
import { ConstructProblem } from "./construct-problem";
import { unescaped } from "./literals";

/** The value, or another one that is always right where the value is known to Terraform only: Azure judges it then. */
export function concreteOr(value: string, right: string): string {
  return Token.isUnresolved(value) ? right : value;
}

/** Judges the words of an account as the planner does, and throws all problems at once. */
export function judgeAccount(
  scope: IConstruct,
  request: AccountRequest,
  role: AccountRole,
  tags: Readonly<Record<string, string>> = {},
): void {
  const report = collectProblems();
  planAccount(request, role, "trial", { path: "" }, report);
  judgeTags(tagsInAzure(tags), { path: "tags" }, report);
  const problems = report.problems();
  if (hasErrors(problems)) {
    throw new ConstructProblem(
      problems.map((problem) => ({ ...problem, path: propOf(problem.path) })),
      scope,
    );
  }
}

/** Tags as Azure gets them: without Terraform's escapes, which would count as characters. */
function tagsInAzure(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [unescaped(name), unescaped(concreteOr(value, "known-later"))]),
  );
}

/** The planner's paths are those of `speech.yaml`; constructs have flat props. */
function propOf(path: string): string {
  return path.replace(/^(existing|network)\./, "").replace(/^resourceGroup(\.name)?$/, "resourceGroupName");
}

/** Judges an endpoint that is known at synth. */
export function judgeEndpoint(scope: IConstruct, endpoint: string, role: AccountRole = "speech"): void {
  if (!Token.isUnresolved(endpoint)) {
    judgeAccount(scope, { kind: "endpoint", endpoint }, role);
  }
}
