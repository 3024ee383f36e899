import {
  type ContainerPlan,
  type ContainerRequest,
  type DeploymentRequest,
  type ImageReference,
  LOCAL_SITE,
  type Problem,
  describeMemory,
  findFunctionEdition,
  functionOfRepository,
  holdsSecret,
  planDeployment,
  renderMemory,
  renderReference,
} from "../../domain";
import { decoderSetting } from "../../domain/catalogue/loads";
import type { FoundContainer, Other } from "./found";
import { readReference } from "./image-reference";
import { readMemory } from "./memory";
import { lostMounts, mountsOf } from "./mounts";
import { AS_FOUND, portOf } from "./ports";
import { type FoundSettings, readSettings } from "./settings";

/** A container as a configuration has it, and what became of the rest. */
export interface Draft {
  readonly request: ContainerRequest;
  readonly settings: FoundSettings;
  readonly problems: readonly Problem[];
  readonly notCarried: readonly Other[];
}

/** What the containers of one configuration share. */
export interface Shared {
  readonly deployment: string;
  readonly edition: string;
}

/** Stand for models whose ids the commands leave open; those of two functions do not share a volume. */
const SAMPLE_MODELS: Readonly<Record<string, string>> = {
  "custom-speech-to-text": "11111111-2222-3333-4444-555555555555",
  "custom-text-to-speech": "66666666-7777-8888-9999-000000000000",
};

/** The keys with which the planner plans the container that was found, in the shortest form that does. */
export function draftContainer(name: string, found: FoundContainer, shared: Shared): Draft {
  const settings = readSettings(found);
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
  const mounts = mountsOf(found.mounts, entry?.modelFolder?.value, settings.hasOutput);
  const withMounts = { ...base, ...(mounts === undefined ? {} : { mounts }) };
  const withImage = first(imageForms(image, withMounts, shared), shared, (plan) => sameImage(plan.image, image));
  const size = sizeOf(found, notCarried);
  const { decoders } = settings;
  const request =
    size === undefined
      ? withImage
      : first(
          sizeForms(withImage, size, decoders),
          shared,
          (plan) => plan.size.cores === size.cores && plan.size.memoryMiB === size.memoryMiB,
        );
  const plan = planOne(request, shared);
  if (decoders !== undefined && plan?.size.expected?.decoders !== decoders) {
    notCarried.push({
      what: decoderSetting.value,
      why: "its size is not what so many streams are planned with (expect:)",
    });
  }
  if (found.memorySwap !== undefined && readMemory(found.memorySwap) !== size?.memoryMiB) {
    notCarried.push({ what: "--memory-swap", why: "containers get no swap" });
  }
  if (found.restart !== undefined && found.restart !== "unless-stopped") {
    notCarried.push({ what: `restart ${found.restart}`, why: "containers start again until they are stopped" });
  }
  notCarried.push(...lostMounts(found.mounts, plan));
  return { request, settings, problems, notCarried };
}

/** The first form with which the plan is as it should be; the last one where none is, so that its problems show. */
function first(
  forms: readonly ContainerRequest[],
  shared: Shared,
  fits: (plan: ContainerPlan) => boolean,
): ContainerRequest {
  const fitting = forms.find((form) => {
    const plan = planOne(form, shared);
    return plan !== undefined && fits(plan);
  });
  return fitting ?? forms.at(-1) ?? { name: "", function: "" };
}

function planOne(container: ContainerRequest, { deployment, edition }: Shared): ContainerPlan | undefined {
  const request: DeploymentRequest = {
    name: deployment,
    edition,
    eula: "accept",
    account: { kind: "existing", name: "contoso", resourceGroup: "contoso" },
    layout: "containers",
    sites: [{ name: LOCAL_SITE, containers: [container] }],
  };
  const result = planDeployment(request);
  return result.ok ? result.plan.sites[0]?.containers[0] : undefined;
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
  const version = /^\d+\.\d+\.\d+(?:-preview(?=-amd64-.))?/.exec(tag)?.[0];
  const modelless = base.sentiment === undefined;
  return [
    ...(modelless ? [{ ...untagged, ...serving, ...place }] : []),
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

function sizeOf(
  { cpus, memory }: FoundContainer,
  notCarried: Other[],
): { cores: number; memoryMiB: number } | undefined {
  const cores = Number(cpus);
  const memoryMiB = memory === undefined ? undefined : readMemory(memory);
  if (cores > 0 && memoryMiB !== undefined) return { cores, memoryMiB };
  const missing = [...(cores > 0 ? [] : ["cores"]), ...(memoryMiB === undefined ? ["memory"] : [])].join(" and ");
  const had =
    cores > 0
      ? `; the ${cores} cores are not kept`
      : memoryMiB
        ? `; the ${describeMemory(memoryMiB)} are not kept`
        : "";
  notCarried.push({ what: `no limit of ${missing}`, why: `the recommended size is planned${had}` });
  return undefined;
}

function sizeForms(
  base: ContainerRequest,
  { cores, memoryMiB }: { readonly cores: number; readonly memoryMiB: number },
  decoders: number | undefined,
): readonly ContainerRequest[] {
  const explicit = { cores, memory: renderMemory(memoryMiB) };
  const expectations = decoders === undefined ? [] : [{ liveStreams: decoders }, { fileStreams: decoders }];
  return [
    ...expectations.map((expect) => ({ ...base, expect })),
    base,
    { ...base, size: "minimum" },
    { ...base, size: explicit },
    { ...base, size: { ...explicit, belowMinimum: AS_FOUND } },
  ];
}
