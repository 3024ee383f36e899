import { LOCAL_ENGINE, parseEngineHost } from "../domain/engine-host";
import { isExpression } from "./origins";
import type { PlanView, ProviderView, ResourceView } from "./plan-view";
import { remembered } from "../domain/remembered";
import type { Subject } from "./rule";

/** A provider block as a subject: `provider.docker`, `provider.docker.leeds`. */
export function providerSubject({ module, name, alias }: ProviderView): Subject {
  const place = module === "" ? "" : `${module}.`;
  return { address: `${place}provider.${name}${alias === undefined ? "" : `.${alias}`}` };
}

/** The text of a provider's argument; undefined if it is not set or is not a plain text. */
export function providerText({ expressions }: ProviderView, argument: string): string | undefined {
  const expression = expressions[argument];
  const constant = isExpression(expression) ? expression.constant : undefined;
  return typeof constant === "string" && constant !== "" ? constant : undefined;
}

/** Which engine a resource is on: the same for two providers of one engine. */
export function engineOf(plan: PlanView, { providerKey = "" }: ResourceView): string {
  return enginesOf(plan).get(providerKey) ?? `provider ${providerKey}`;
}

/** By the key of the provider; of several the first. */
const enginesOf = remembered(
  ({ providers }: PlanView): ReadonlyMap<string, string> =>
    new Map([...providers].reverse().map((provider) => [provider.key, engineBehind(provider)])),
);

function engineBehind(provider: ProviderView): string {
  if (provider.expressions["host"] === undefined) return LOCAL_ENGINE;
  const host = providerText(provider, "host");
  return (host === undefined ? undefined : parseEngineHost(host)?.key) ?? host ?? `provider ${provider.key}`;
}
