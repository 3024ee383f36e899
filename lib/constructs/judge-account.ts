import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import type { AccountRole } from "../domain/account-kinds";
import { planAccount } from "../domain/planner/account";
import { judgeTags } from "../domain/planner/tags";
import type { Problem } from "../domain/problems";
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
  throwErrors(problemsOfAccount(request, role, tags), scope);
}

function throwErrors(problems: readonly Problem[], scope: IConstruct): void {
  if (hasErrors(problems)) {
    throw new ConstructProblem(problems, scope);
  }
}

function problemsOfAccount(
  request: AccountRequest,
  role: AccountRole,
  tags: Readonly<Record<string, string>>,
): readonly Problem[] {
  const report = collectProblems();
  planAccount(request, role, "trial", { path: "" }, report);
  judgeTags(tagsInAzure(tags), { path: "tags" }, report);
  return report.problems().map((problem) => ({ ...problem, path: propOf(problem.path) }));
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

/** What is wrong with an endpoint; nothing, where Terraform alone knows it. */
export function problemsOfEndpoint(endpoint: string, role: AccountRole): readonly Problem[] {
  return Token.isUnresolved(endpoint) ? [] : problemsOfAccount({ kind: "endpoint", endpoint }, role, {});
}

/** Judges an endpoint that is known at synth. */
export function judgeEndpoint(scope: IConstruct, endpoint: string, role: AccountRole): void {
  throwErrors(problemsOfEndpoint(endpoint, role), scope);
}
