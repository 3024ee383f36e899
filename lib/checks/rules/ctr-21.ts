import { isExpression } from "../origins";
import type { PlanView, ProviderView } from "../plan-view";
import { providerSubject, providerText } from "../providers";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";

/** The way to the engine. */
export const ctr21: Rule = {
  id: "CTR-21",
  title: "engine is reached over a connection that proves who it is",
  level: "error",
  why: "Whoever reaches an open engine owns its machine, and without a CA the provider trusts any server.",
  fix: "use ssh://, or tcp:// with cert_path (ca.pem, cert.pem, key.pem)",
  source: "kreuzwerker/docker 3.6.2: without ca_material the server is not verified",
  judge: ({ plan, containers }) => {
    if (containers.length === 0) return [];
    return plan.providers.filter(({ name }) => name === "docker").map((provider) => judgeProvider(plan, provider));
  },
};

function judgeProvider(plan: PlanView, provider: ProviderView): Outcome {
  const subject = providerSubject(provider);
  if (!isSet(provider, "host")) return pass(subject);
  const host = providerText(provider, "host") ?? variableText(plan, provider, "host");
  if (host === undefined) return undecided(subject, "host of the engine is not written as text");
  if (!/^(?:tcp|https?):\/\//i.test(host)) return pass(subject);
  if (isSet(provider, "cert_path")) return pass(subject);
  if (!isSet(provider, "cert_material")) return fail(subject, `"${withoutUser(host)}" is reached without TLS`);
  return isSet(provider, "ca_material")
    ? pass(subject)
    : fail(subject, `"${withoutUser(host)}" is reached without ca_material: the provider verifies no server`);
}

/** The value of a variable of the root module that is a host as a whole, and so more than a part of a text. */
function variableText(plan: PlanView, { expressions, module }: ProviderView, argument: string): string | undefined {
  const expression = expressions[argument];
  const [reference = "", ...more] = isExpression(expression) ? expression.references : [];
  const [, name] = /^var\.([\w-]+)$/.exec(reference) ?? [];
  if (module !== "" || name === undefined || more.length > 0) return undefined;
  const variable = plan.variables.find((each) => each.name === name);
  return typeof variable?.value === "string" && /^\w+:\/\//.test(variable.value) ? variable.value : undefined;
}

function isSet({ expressions }: ProviderView, argument: string): boolean {
  const expression = expressions[argument];
  return isExpression(expression) && (expression.references.length > 0 || (expression.constant ?? "") !== "");
}

const withoutUser = (host: string): string => host.replace(/\/\/[^/@]*@/, "//");
