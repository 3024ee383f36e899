import {
  fetchesLicence,
  isDisconnected,
  isForService,
  LICENCE_FOLDER,
  mayBeDisconnected,
  mountAt,
  OUTPUT_FOLDER,
} from "../offline";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

/** Containers without a way to Azure. */
export const ctr14: Rule = {
  id: "CTR-14",
  title: "disconnected container has its licence and its output folder",
  level: "error",
  why: "Without the licence it does not start, without the output folder the usage records that the contract asks for are lost.",
  fix: "mount volumes at Mounts:License and Mounts:Output, and fetch the licence in a container of its own",
  source: "MicrosoftDocs/azure-ai-docs disconnected-containers.md",
  judge: (context) => context.containers.flatMap((container) => judgeContainer(context, container)),
};

function judgeContainer(context: RuleContext, container: ContainerView): readonly Outcome[] {
  if (fetchesLicence(container)) {
    if (isForService(context, container)) {
      return [fail(container.resource, "DownloadLicense is left on a container that serves", { part: "download" })];
    }
    return judgeFolders(container, [LICENCE_FOLDER]);
  }
  if (isDisconnected(container)) return judgeFolders(container, [LICENCE_FOLDER, OUTPUT_FOLDER]);
  return mayBeDisconnected(container)
    ? [undecided(container.resource, "whether it is disconnected is known after apply")]
    : [];
}

function judgeFolders(container: ContainerView, names: readonly string[]): readonly Outcome[] {
  const outcomes = names.map((name) => judgeFolder(container, name));
  const findings = outcomes.filter(({ answer }) => answer === "fail");
  return findings.length > 0
    ? findings
    : outcomes.slice(0, 1).map((first) => outcomes.find(({ answer }) => answer === "undecided") ?? first);
}

/** The setting names a folder, and something that lasts is mounted there. */
function judgeFolder(container: ContainerView, name: string): Outcome {
  const { resource, settings } = container;
  const setting = findSetting(settings, name);
  if (setting === "unset") return fail(resource, `${name} is not set`, { part: name });
  if (setting === "unknown" || setting.value.state === "unknown")
    return undecided(resource, `${name} known after apply`);
  const folder = knownValue(setting.value) ?? "";
  const mount = mountAt(container, folder);
  if (mount.state === "unknown") return undecided(resource, "mounts known after apply");
  return mount.state === "known"
    ? pass(resource)
    : fail(resource, `${name} is "${folder}", and nothing is mounted there`, { part: name });
}
