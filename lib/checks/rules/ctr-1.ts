import { fetchesLicence, isDisconnected } from "../offline";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";
import { originsOfSetting } from "../wiring";

/** What a container needs to start. */
export const ctr1: Rule = {
  id: "CTR-1",
  title: "Eula, Billing and ApiKey are given",
  level: "error",
  why: "A container without them does not start, and nobody but the user accepts the licence terms.",
  fix: "give Eula=accept, Billing and ApiKey, each once",
  source: "MicrosoftDocs/azure-ai-docs speech-container-configuration.md, January 2026",
  judge: ({ containers }) => containers.map(judgeContainer),
};

/** A container with a licence needs no account. */
function neededBy(container: ContainerView): readonly ("Billing" | "ApiKey")[] {
  return isDisconnected(container) && !fetchesLicence(container) ? [] : ["Billing", "ApiKey"];
}

function judgeContainer(container: ContainerView): Outcome {
  const { resource, settings } = container;
  const eula = findSetting(settings, "Eula");
  const needed = neededBy(container);
  const missing = needed.filter((name) => findSetting(settings, name) === "unset");
  if (eula === "unset") return fail(resource, `${["Eula", ...missing].join(", ")} not set`);
  if (missing.length > 0) return fail(resource, `${missing.join(", ")} not set`);
  if (typeof eula === "object" && eula.value.state === "known" && eula.value.value !== "accept") {
    return fail(resource, `Eula is "${eula.value.value}", only "accept" is taken`);
  }
  const wrong = wrongEndpoint(container);
  if (wrong !== undefined) return wrong;
  if (typeof eula === "string" || eula.value.state === "unknown") return undecided(resource, "Eula known after apply");
  const unproven = needed.filter((name) => !isProven(container, name));
  return unproven.length > 0 ? undecided(resource, `${unproven.join(", ")} known after apply`) : pass(resource);
}

/** A value that is there, or a reference that will give it. */
function isProven(container: ContainerView, name: "Billing" | "ApiKey"): boolean {
  const setting = findSetting(container.settings, name);
  if (typeof setting === "object" && setting.value.state === "known") return setting.value.value !== "";
  return originsOfSetting(container, name).some(
    (origin) => origin.kind === "variable" || (origin.kind === "resource" && origin.attribute !== undefined),
  );
}

function wrongEndpoint({ resource, settings }: ContainerView): Outcome | undefined {
  const billing = findSetting(settings, "Billing");
  if (typeof billing !== "object" || billing.value.state !== "known") return undefined;
  return /^https:\/\/[^/\s]+/i.test(billing.value.value)
    ? undefined
    : fail(resource, `Billing is "${billing.value.value}", which is no https address`);
}
