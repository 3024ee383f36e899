import { isKeyName } from "../domain/secrets";
import { scrubber, type Scrub } from "../domain/scrub";
import { sensitiveValuesOfPlan } from "../domain/sensitive";
import { isExpression, originsOf } from "./origins";
import type { Expressions, PlanView, ResourceView } from "./plan-view";
import { at } from "./reading";
import type { Finding, Report } from "./report";
import { settingsOf } from "./views/settings";

const SECRET_ARGUMENT = /password|secret|token|(?:^|_)key$|_key_material|config_file_content/;

/**
 * Takes everything secret out of what is printed of a plan, by value: what any part of the document marks, the
 * variables that feed it, and keys that are written in the clear (design decision D16).
 *
 * @param document the whole JSON, damaged or not
 */
export function scrubOf(document: unknown, plan?: PlanView): Scrub {
  const marked = typeof document === "object" && document !== null ? sensitiveValuesOfPlan(document) : [];
  return scrubber([...marked, ...(plan === undefined ? [] : secretsIn(plan))]);
}

/** Rule, level and fingerprint are ours and stay; a file is cut into them by machines. */
export function scrubReport(report: Report, scrub: Scrub): Report {
  const clean = <Item extends Pick<Finding, "address" | "constructPath" | "message">>(item: Item): Item => ({
    ...item,
    message: scrub(item.message),
    ...(item.address === undefined ? {} : { address: scrub(item.address) }),
    ...(item.constructPath === undefined ? {} : { constructPath: scrub(item.constructPath) }),
  });
  return {
    ...report,
    findings: report.findings.map(clean),
    waived: report.waived.map((finding) => ({ ...clean(finding), reason: scrub(finding.reason) })),
    undecided: report.undecided.map(clean),
    ...(report.interruptions === undefined ? {} : { interruptions: scrubbedTexts(report.interruptions, scrub) }),
  };
}

/** Every text in plain data. */
function scrubbedTexts<Data>(data: Data, scrub: Scrub): Data {
  return JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === "string" ? scrub(value) : value,
  ) as Data;
}

function secretsIn(plan: PlanView): readonly string[] {
  const values = new Map(plan.variables.map(({ name, value }) => [name, value]));
  const feeding = plan.resources.flatMap((resource) => feedingVariables(plan, resource));
  return [
    ...plan.variables.filter(({ sensitive }) => sensitive).map(({ value }) => value),
    ...feeding.map((name) => values.get(name)),
    ...plan.resources.filter(({ type }) => type === "docker_container").flatMap((each) => keysIn(plan, each)),
    ...plan.providers.flatMap(({ expressions }) => constantsIn(expressions)),
  ].filter((value) => typeof value === "string");
}

/** Variables whose value goes into an argument that is marked as a whole. */
function feedingVariables(plan: PlanView, { configuration = {}, afterSensitive, module }: ResourceView): string[] {
  return Object.entries(configuration)
    .filter(([argument]) => at(afterSensitive, argument) === true)
    .flatMap(([, expression]) => (isExpression(expression) ? originsOf(plan, module, expression.references) : []))
    .flatMap((origin) => (origin.kind === "variable" ? [origin.name] : []));
}

/** Keys as settings of a container, marked or not. */
function keysIn(plan: PlanView, resource: ResourceView): readonly (string | undefined)[] {
  return settingsOf(plan, resource)
    .list.filter(({ name }) => isKeyName(name.split(/:|__/).at(-1) ?? name))
    .map(({ value }) => (value.state === "known" ? value.value : undefined));
}

/** What is written into a provider's block as a password or a key. */
function constantsIn(expressions: Expressions): readonly unknown[] {
  return Object.entries(expressions).flatMap(([argument, expression]) => {
    if (!isExpression(expression)) return expression.flatMap(constantsIn);
    return SECRET_ARGUMENT.test(argument) ? [expression.constant] : [];
  });
}
