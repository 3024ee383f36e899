import {
  type ContainerRequest,
  type ImageReference,
  type Problem,
  findFunctionEdition,
  functionOfRepository,
  holdsSecret,
  renderReference,
} from "../../domain";
import { decoderSetting } from "../../domain/catalogue/loads";
import { addFitting } from "./additions";
import type { FoundContainer, Other } from "./found";
import { readReference } from "./image-reference";
import { readMemory } from "./memory";
import { lostMounts, mountsOf } from "./mounts";
import { type Shared, first, planOne } from "./plan-one";
import { portOf } from "./ports";
import { otherOperation } from "./sentiment";
import { type FoundSettings, readSettings } from "./settings";
import { sizeForms, sizeOf } from "./sizes";

/** A container as a configuration has it, and what became of the rest. */
export interface Draft {
  readonly request: ContainerRequest;
  readonly settings: FoundSettings;
  readonly problems: readonly Problem[];
  readonly notCarried: readonly Other[];
}

/** Stand for models whose ids the commands leave open; those of two functions do not share a volume. */
const SAMPLE_MODELS: Readonly<Record<string, string>> = {
  "custom-speech-to-text": "11111111-2222-3333-4444-555555555555",
  "custom-text-to-speech": "66666666-7777-8888-9999-000000000000",
};

/** The keys with which the planner plans the container that was found, in the shortest form that does. */
export function draftContainer(name: string, found: FoundContainer, shared: Shared): Draft {
  const settings = readSettings(found, shared.companions);
  const path = `containers.${name}`;
  const problems: Problem[] = settings.keyProblems.map((problem) => ({ ...problem, path }));
  const notCarried: Other[] = [...found.others, ...settings.others];
  const warn = (code: Problem["code"], key: string, message: string, hint: string): void =>
    void problems.push({ code, level: "warning", path: `${path}.${key}`, message, hint });

  const given = readReference(found.image);
  const image = inLowerCase(given);
  if (renderReference(image) !== renderReference(given)) {
    warn(
      "SPC116",
      "tag",
      "the image is not written in lower case, as registries have it",
      `it is ${renderReference(image)}`,
    );
  }
  const owner = functionOfRepository(image.repository);
  const functionName = owner?.function ?? "";
  const entry = findFunctionEdition(functionName, shared.edition);
  const base: ContainerRequest = {
    name,
    function: functionName,
    ...modelOf(functionName, settings, notCarried),
    ...portOf(found, entry?.containerPort.value, notCarried),
    ...(settings.secretsVia === "arguments" ? { secretsVia: "arguments" } : {}),
    ...healthCheckOf(found, notCarried),
    ...(entry?.retirement === undefined || entry.retirement.value.below !== undefined ? {} : { allowRetired: true }),
  };
  if (base.exposed !== undefined) {
    warn(
      "SPC206",
      "address",
      `others can reach ${base.address}, and the container authenticates nobody`,
      "delete address: and exposed: for loopback, or name what guards the port (front:)",
    );
  }
  const mounts = mountsOf(found.mounts, entry?.modelFolder?.value, settings.output);
  const withMounts = { ...base, ...(mounts === undefined ? {} : { mounts }) };
  const withImage = first(imageForms(image, withMounts, shared), shared, (plan) => sameImage(plan.image, image));
  const size = sizeOf(found, notCarried);
  const isDecoders = ({ what }: { readonly what: string }): boolean => what === decoderSetting.value;
  const others = settings.additions.filter((addition) => !isDecoders(addition));
  const withSettings = addFitting(withImage, others, shared, notCarried);
  const exact = addFitting(withSettings, settings.additions.filter(isDecoders), shared, notCarried);
  const request =
    size === undefined
      ? exact
      : first(
          sizeForms(withSettings, exact, size, exact.settings?.decoders),
          shared,
          (plan) => plan.size.cores === size.cores && plan.size.memoryMiB === size.memoryMiB,
        );
  const plan = planOne(request, shared);
  if (plan !== undefined) {
    if (!sameImage(plan.image, image)) {
      notCarried.push({ what: "the image", why: `it is ${renderReference(plan.image)} here` });
    }
    notCarried.push(...otherOperation(settings.sentimentPath, plan));
  }
  if (found.memorySwap !== undefined && readMemory(found.memorySwap) !== size?.memoryMiB) {
    notCarried.push({ what: "--memory-swap", why: "containers get no swap" });
  }
  if (found.restart !== undefined && found.restart !== "unless-stopped") {
    notCarried.push({ what: `restart ${found.restart}`, why: "containers start again until they are stopped" });
  }
  notCarried.push(...lostMounts(found.mounts, settings.output, plan));
  return { request, settings, problems, notCarried };
}

/** Locale or voice alone, then with a version, then the tag itself; each in the registry where the image is. */
function imageForms(image: ImageReference, base: ContainerRequest, shared: Shared): readonly ContainerRequest[] {
  const pinned = { ...base, tag: image.tag, ...(image.digest === undefined ? {} : { digest: image.digest }) };
  const byTag = planOne(pinned, shared);
  const place = byTag === undefined ? {} : registryOf(image, byTag.image);
  const { locale, voice, language } = byTag ?? {};
  const serving = {
    ...(locale === undefined || voice !== undefined ? {} : { locale }),
    ...(voice === undefined ? {} : { voice }),
    ...(language === undefined ? {} : { language }),
  };
  const { tag, ...untagged } = pinned;
  const version = /^\d+\.\d+(?:\.\d+)?(?:-preview(?=-amd64-.))?/.exec(tag)?.[0];
  return [
    { ...untagged, ...serving, ...place },
    ...(version === undefined ? [] : [{ ...untagged, ...serving, version, ...place }]),
    { ...pinned, ...place },
  ];
}

/** A mirror, where the image is in another registry than the planned one. */
function registryOf(image: ImageReference, planned: ImageReference): { readonly registry?: string } {
  const { registry, repository } = image;
  if (registry === planned.registry && repository === planned.repository) return {};
  const prefix = repository.endsWith(`/${planned.repository}`)
    ? repository.slice(0, -planned.repository.length - 1)
    : "";
  return { registry: prefix === "" ? registry : `${registry}/${prefix}` };
}

function sameImage(planned: ImageReference, image: ImageReference): boolean {
  return renderReference(planned) === renderReference(image);
}

function inLowerCase({ registry, repository, tag, digest }: ImageReference): ImageReference {
  return {
    registry: registry.toLowerCase(),
    repository: repository.toLowerCase(),
    tag: tag.toLowerCase(),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** A command can hold anything, a key as well. */
function healthCheckOf({ healthCheck }: FoundContainer, notCarried: Other[]): Pick<ContainerRequest, "healthCheck"> {
  if (healthCheck === undefined) return {};
  if (!healthCheck.test.some(holdsSecret)) return { healthCheck };
  notCarried.push({ what: "health check", why: "it has something in it that looks like a key" });
  return {};
}

function modelOf(functionName: string, { modelId }: FoundSettings, notCarried: Other[]): { readonly modelId?: string } {
  if (modelId !== undefined) return { modelId };
  const sample = SAMPLE_MODELS[functionName];
  if (sample === undefined) return {};
  notCarried.push({ what: "ModelId", why: "it is a placeholder; write the id of your model" });
  return { modelId: sample };
}
