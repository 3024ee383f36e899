import type { RepositoryOwner } from "../../domain/known-images";
import type { PlanView, Reading, ResourceView } from "../plan-view";
import { blocksOf, isFlag, isNumber, isText, knownValue, numberOf, only, textOf, type BlockView } from "../reading";
import { imageOfContainer, type ImageIndex } from "./image";
import type { ImageName } from "./image-name";
import { findSetting, settingsOf, type Settings } from "./settings";

/** A Speech container (`docker_container`) as it will be after the plan is applied. */
export interface ContainerView {
  readonly resource: ResourceView;
  readonly settings: Settings;
  /** The name of its image, also where the container refers to a `docker_image`. */
  readonly imageName: Reading<string>;
  /** Absent: not known, or no name of an image. */
  readonly image?: ImageName;
  /** The `docker_image` that it refers to, if it is in the plan. */
  readonly imageResource?: ResourceView;
  /** Function and edition of its image; absent: not an image of the catalogue, or not known. */
  readonly owner?: RepositoryOwner;
  /** Published ports. */
  readonly ports: Reading<readonly PortView[]>;
  /** From `mounts` and `volumes`. */
  readonly mounts: Reading<readonly MountView[]>;
  /** The limit, in MiB. */
  readonly memoryMiB: Reading<number>;
  /** The limit, from `cpu_quota` and `cpu_period` or from `cpus`. */
  readonly cores: Reading<number>;
  /** `speech-containers.*` and others. */
  readonly labels: ReadonlyMap<string, string>;
}

export interface PortView {
  readonly internal: Reading<number>;
  readonly external: Reading<number>;
  /** Unset: the provider's default, 0.0.0.0. */
  readonly ip: Reading<string>;
  readonly protocol: Reading<string>;
}

export interface MountView {
  readonly type: Reading<string>;
  readonly target: Reading<string>;
  /** Name of a volume, or path of the host. */
  readonly source: Reading<string>;
  readonly readOnly: Reading<boolean>;
}

/** Docker's own where none is written; microseconds. */
const DEFAULT_CPU_PERIOD = 100_000;

/** Settings that a Speech container starts with, connected or with a licence. */
export const SPEECH_SETTINGS = ["Eula", "Billing", "ApiKey", "Mounts:License"];

export function containerView(plan: PlanView, resource: ResourceView, images: ImageIndex): ContainerView {
  const { name, image, owner, resource: imageResource } = imageOfContainer(plan, resource, images);
  return {
    resource,
    settings: settingsOf(plan, resource),
    imageName: name,
    ...(image === undefined ? {} : { image }),
    ...(owner === undefined ? {} : { owner }),
    ...(imageResource === undefined ? {} : { imageResource }),
    ports: portsOf(plan, resource),
    mounts: mountsOf(plan, resource),
    memoryMiB: numberOf(plan, resource, "memory"),
    cores: coresOf(plan, resource),
    labels: labelsOf(plan, resource),
  };
}

/** Whether a container is one of Speech: by its image, or by the settings that only these take. */
export function isSpeechContainer(container: ContainerView): boolean {
  const { owner, settings, labels, imageName } = container;
  const isSet = (name: string) => typeof findSetting(settings, name) === "object";
  const byLabel = [...labels.keys()].some((label) => label.startsWith("speech-containers."));
  const byKey = imageName.state === "unknown" && takesKeyOfAccount(container);
  return owner !== undefined || byLabel || byKey || SPEECH_SETTINGS.filter(isSet).length > 1;
}

/** Whether one that is not known to be of Speech may be: neither its image nor its settings say that it is not. */
export function mayBeSpeechContainer(container: ContainerView): boolean {
  const { imageName, settings } = container;
  return !settings.complete && (imageName.state === "unknown" || takesKeyOfAccount(container));
}

/** Settings that are unknown as a whole still tell where they come from. */
function takesKeyOfAccount({ settings }: ContainerView): boolean {
  return settings.origins.some(
    (origin) => origin.kind === "resource" && /(?:^|\.)azurerm_cognitive_account\./.test(origin.address),
  );
}

function portsOf(plan: PlanView, resource: ResourceView): Reading<readonly PortView[]> {
  return mapped(blocksOf(plan, resource, "ports"), (port) => ({
    internal: only(port("internal"), isNumber),
    external: only(port("external"), isNumber),
    ip: only(port("ip"), isText),
    protocol: only(port("protocol"), isText),
  }));
}

function mountsOf(plan: PlanView, resource: ResourceView): Reading<readonly MountView[]> {
  const mounts = mapped(blocksOf(plan, resource, "mounts"), (mount) => ({
    type: only(mount("type"), isText),
    target: only(mount("target"), isText),
    source: only(mount("source"), isText),
    readOnly: only(mount("read_only"), isFlag),
  }));
  const volumes = mapped(blocksOf(plan, resource, "volumes"), volumeView);
  if (mounts.state !== "known") return mounts;
  if (volumes.state !== "known") return volumes;
  return { ...mounts, value: [...mounts.value, ...volumes.value] };
}

/** The old form; a volume wins over a path of the host. */
function volumeView(volume: BlockView): MountView {
  const name = only(volume("volume_name"), isText);
  const path = only(volume("host_path"), isText);
  const isBind = name.state === "unset" && path.state !== "unset";
  return {
    type: { state: "known", value: isBind ? "bind" : "volume", sensitive: false },
    target: only(volume("container_path"), isText),
    source: isBind ? path : name,
    readOnly: only(volume("read_only"), isFlag),
  };
}

function coresOf(plan: PlanView, resource: ResourceView): Reading<number> {
  const quota = numberOf(plan, resource, "cpu_quota");
  const period = numberOf(plan, resource, "cpu_period");
  if (quota.state === "known" && quota.value > 0) {
    if (period.state === "unknown") return period;
    return { ...quota, value: quota.value / (knownValue(period) ?? DEFAULT_CPU_PERIOD) };
  }
  if (quota.state === "unknown") return quota;
  const cpus = textOf(plan, resource, "cpus");
  if (cpus.state !== "known") return cpus;
  const cores = Number(cpus.value);
  return cores > 0 ? { ...cpus, value: cores } : { state: "unset" };
}

function labelsOf(plan: PlanView, resource: ResourceView): ReadonlyMap<string, string> {
  const labels = knownValue(blocksOf(plan, resource, "labels")) ?? [];
  return new Map(
    labels.flatMap((label) => {
      const name = knownValue(only(label("label"), isText));
      const value = knownValue(only(label("value"), isText));
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function mapped<Value>(
  blocks: Reading<readonly BlockView[]>,
  view: (block: BlockView) => Value,
): Reading<readonly Value[]> {
  return blocks.state === "known" ? { ...blocks, value: blocks.value.map(view) } : blocks;
}
