import { modelJobs } from "./catalogue/model-jobs";
import { modelFolder } from "./catalogue/settings-data";
import { displayModel, displayTypes, displayWords, isDisplayLocale } from "./display-models";
import { isGuid } from "./guid";
import type { ImageReference } from "./image";
import type { ContainerPlan, MountPlan, SettingPlan } from "./plan";
import type { ProblemCode } from "./problem-catalogue";
import { stepAccount } from "./steps";
import { parseTag } from "./tag";
import { isOlder } from "./versions";
import { either, quoted } from "./words";

/** A run of a container that does one thing for the containers that serve, and is then gone. */
export interface JobPlan {
  /** Its name on the engine. */
  readonly name: string;
  readonly image: ImageReference;
  /** Words without a value; they stand first. */
  readonly words: readonly string[];
  /** In the order in which they are rendered. */
  readonly settings: readonly SettingPlan[];
  readonly mounts: readonly MountPlan[];
  /** A line with which the work is done although the program goes on; absent: it ends by itself. */
  readonly doneAt?: string;
}

export type JobResult = { readonly job: JobPlan } | { readonly refused: JobRefusal };

export interface JobRefusal {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

/** Asks Azure which base models there are for a locale, or with `types` which display models. */
export function planModelQuery(container: ContainerPlan, locale: string, types: readonly string[] = []): JobResult {
  const { setting, since } = modelJobs.query.value;
  const refused =
    refuseContainer(container, since, "lists base models") ??
    (types.length > 0
      ? refuseContainer(container, modelJobs.display.value.since, "knows display models")
      : undefined) ??
    refuseLocale(locale) ??
    refuseTypes(types);
  return refused === undefined
    ? jobOf(container, "models", { words: displayWords(types), settings: [literal(setting, locale)], mounts: [] })
    : { refused };
}

/** Fetches a container's own model into its volume or folder. One that is there already is left as it is. */
export function planModelDownload(container: ContainerPlan): JobResult {
  if (container.modelId === undefined) {
    const message = `${quoted(container.name)} is ${container.function}, which serves no model of yours`;
    return { refused: { code: "SPC645", message, hint: "name a container with a modelId" } };
  }
  const settings = [literal("ModelId", container.modelId)];
  const doneAt = modelJobs.serving.value;
  return jobOf(container, "model", { words: [], settings, mounts: modelMounts(container), doneAt });
}

/** Fetches the newest display models of a locale into a container's volume or folder. */
export function planDisplayDownload(container: ContainerPlan, locale: string, types: readonly string[]): JobResult {
  const { setting, since } = modelJobs.display.value;
  const refused =
    refuseContainer(container, since, "downloads display models") ?? refuseLocale(locale) ?? refuseTypes(types);
  const mounts = modelMounts(container);
  return refused === undefined
    ? jobOf(container, "display", { words: displayWords(types), settings: [literal(setting, locale)], mounts })
    : { refused };
}

/** Fetches one display model by its id. */
export function planDisplayModelDownload(container: ContainerPlan, type: string, id: string): JobResult {
  const setting = displayModel(type)?.setting;
  const refused =
    refuseContainer(container, modelJobs.display.value.since, "downloads display models") ??
    (setting === undefined ? refuseTypes([type === "full" ? "full, which has no id of its own" : type]) : undefined) ??
    (isGuid(id) ? undefined : notAnId(id));
  const mounts = modelMounts(container);
  return refused === undefined && setting !== undefined
    ? jobOf(container, "display", { words: [], settings: [literal(setting, id)], mounts })
    : { refused: refused ?? notAnId(id) };
}

function jobOf(
  container: ContainerPlan,
  name: string,
  { settings, ...job }: Pick<JobPlan, "words" | "settings" | "mounts" | "doneAt">,
): JobResult {
  const { engineName, image } = container;
  return {
    job: { name: `${engineName}-${name}`, image, ...job, settings: [...settings, ...accountSettings] },
  };
}

function modelMounts({ mounts }: ContainerPlan): readonly MountPlan[] {
  return mounts.filter(({ target }) => target === modelFolder.value);
}

/** The key is a variable of the environment: words of a command are read by everybody on the engine's host. */
const accountSettings = stepAccount("speech", "environment");

function literal(name: string, text: string): SettingPlan {
  return { name, value: { kind: "literal", text }, via: "argument" };
}

/** `latest` and tags outside of the grammar have no version to be judged by. */
function refuseContainer({ name, function: kind, image }: ContainerPlan, since: string, what: string) {
  const hint = `name a container of custom-speech-to-text ${since} or later`;
  if (kind !== "custom-speech-to-text") {
    return refusal("SPC645", `${quoted(name)} is ${kind}; only custom-speech-to-text ${what}`, hint);
  }
  const version = parseTag(image.tag.toLowerCase())?.version;
  return version !== undefined && isOlder(version, since)
    ? refusal("SPC645", `${quoted(name)} is ${kind} ${version}, which ${what} only from ${since} on`, hint)
    : undefined;
}

function refuseLocale(locale: string): JobRefusal | undefined {
  return isDisplayLocale(locale)
    ? undefined
    : refusal("SPC101", `${quoted(locale)} is not a locale`, "write it as en-US");
}

function refuseTypes(types: readonly string[]): JobRefusal | undefined {
  const unknown = types.find((type) => displayModel(type) === undefined);
  return unknown === undefined
    ? undefined
    : refusal("SPC620", `${quoted(unknown)} is not a kind of display model`, `use ${either(displayTypes)}`);
}

function notAnId(id: string): JobRefusal {
  return refusal("SPC111", `${quoted(id)} is not a GUID`, "copy the id from the list of models");
}

function refusal(code: ProblemCode, message: string, hint: string): JobRefusal {
  return { code, message, hint };
}
