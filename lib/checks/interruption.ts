import { modelDownloadSeconds, modelLoadSeconds } from "../domain/catalogue/outage";
import { NAME_LABEL } from "../domain/labels";
import { folder, mountBefore } from "./before";
import { catalogueEntry } from "./image-uses";
import { endpointAfter, endpointBefore } from "./endpoints";
import { reasonOf } from "./interruption-reason";
import type { Effect, Interruption, InterruptionReport, Outage } from "./interruption-report";
import { twoSteps } from "./interruption-steps";
import type { PlanView, ResourceView } from "./plan-view";
import { knownValue } from "./reading";
import { isSpeechBefore } from "./speech-before";
import { containerIn } from "./subjects";
import { isSpeechContainer, type ContainerView } from "./views/container";

const LOAD = "about 60 to 90 s until a model is loaded (a chart's readme, 2026; not measured here)";
const DOWNLOAD = "at most an hour for the download of a custom model (Microsoft's container FAQ)";

/** Which endpoints an apply interrupts, why, and for how long. Empty for a synthesized stack: no plan was made. */
export function interruptions(plan: PlanView): InterruptionReport {
  if (plan.origin === "synth") return { endpoints: [], steps: [] };
  const views = containersOf(plan);
  const endpoints = views.map((container) => interruptionOf(plan, container));
  return { endpoints, steps: twoSteps(plan, views, endpoints) };
}

/** Containers of Speech before or after; those that end are seen as they were. */
function containersOf(plan: PlanView): readonly ContainerView[] {
  return plan.resources
    .filter(({ type, mode, deposed }) => type === "docker_container" && mode === "managed" && deposed === undefined)
    .map(containerIn(plan))
    .filter((view) => isSpeechContainer(view) || isSpeechBefore(plan, view.resource));
}

function interruptionOf(plan: PlanView, container: ContainerView): Interruption {
  const { resource } = container;
  const before = endpointBefore(plan, container);
  const after = endpointAfter(container);
  const effect = effectOf(resource, before, after);
  const why = reasonOf(plan, container);
  const outage = effect === "replaced" || effect === "moves" ? outageOf(container) : undefined;
  return {
    address: resource.address,
    name: nameOf(container),
    effect,
    ...(why === undefined ? {} : { why }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(outage === undefined ? {} : { outage }),
  };
}

function effectOf({ action }: ResourceView, before: string | undefined, after: string | undefined): Effect {
  switch (action) {
    case "create":
      return "starts";
    case "delete":
      return "ends";
    case "replace":
      return before !== undefined && after !== undefined && before !== after ? "moves" : "replaced";
    default:
      return "stays";
  }
}

function outageOf(container: ContainerView): Outage {
  const isPulled = container.imageResource?.action === "create" || container.imageResource?.action === "replace";
  const pull = isPulled ? ({ behind: "the pull of its image" } as const) : {};
  const load = modelLoadSeconds.value;
  return isDownloaded(container)
    ? { seconds: load + modelDownloadSeconds.value, ...pull, source: `${LOAD}; ${DOWNLOAD}` }
    : { seconds: load, ...pull, source: LOAD };
}

/** A custom model whose volume is another one than before. */
function isDownloaded({ resource, owner, mounts }: ContainerView): boolean {
  const target = catalogueEntry(owner)?.modelFolder?.value;
  if (target === undefined) return false;
  const mount = (knownValue(mounts) ?? []).find((each) => folder(knownValue(each.target)) === target);
  return mount === undefined || knownValue(mount.source) !== mountBefore(resource, target);
}

/** The configured name, else the address, without its type where that tells nothing. */
function nameOf({ resource, labels }: ContainerView): string {
  return labels.get(NAME_LABEL) ?? resource.address.replace(/^docker_container\./, "");
}
