import { decoderSetting, expectedUses } from "./catalogue/loads";
import type { ExpectedUse, FunctionEdition, LoadRule, Size } from "./catalogue/types";
import type { LoadStep, SettingPlan, SizePlan } from "./plan";
import { describeCores, describeSize, planNamedSize, sizesOf } from "./sizing";

/** What a number of uses at the same time needs. */
export interface LoadPlan {
  readonly use: ExpectedUse;
  readonly count: number;
  /** Containers of this size; more than one stand behind a load balancer. */
  readonly containers: number;
  /** What the fullest of them takes on. */
  readonly each: number;
  readonly size: SizePlan;
  /** Decoders of each container, where it is told. */
  readonly decoders?: number;
  readonly steps: readonly LoadStep[];
}

/** The uses that a size can be planned from, in catalogue order. */
export function usesOf({ loads = {} }: FunctionEdition): readonly ExpectedUse[] {
  return expectedUses.filter((use) => loads[use] !== undefined);
}

/**
 * Number and size of the containers for `count` uses at the same time, from 1: as few containers as the documents
 * advise, the uses spread evenly over them. Undefined if the function has no such use.
 */
export function planLoad(entry: FunctionEdition, use: ExpectedUse, count: number): LoadPlan | undefined {
  const load = entry.loads?.[use];
  if (load === undefined) {
    return undefined;
  }
  const rule = load.value;
  const containers = Math.ceil(count / rule.mostInOne);
  const each = Math.ceil(count / containers);
  const { minimum } = sizesOf(entry);
  const needed = neededBy(rule, each);
  const isMore = needed.cores > minimum.cores;
  const named = planNamedSize(entry, isMore ? "recommended" : "minimum");
  const size = {
    cores: Math.max(needed.cores, minimum.cores),
    memoryMiB: Math.max(named.memoryMiB, needed.memoryMiB),
  };
  const decoders = rule.setsDecoders === true ? each : undefined;
  const cited = { sources: load.sources, ...(load.unverified === undefined ? {} : { unverified: load.unverified }) };
  const documented = entry.size[isMore ? "recommended" : "minimum"].sources;
  const steps: readonly LoadStep[] = [
    {
      text: `${describeUses(use, count)}, at most ${rule.mostInOne} in one container: ${describeContainers(containers)}`,
      ...cited,
    },
    ...(containers === 1 ? [] : [{ text: `${count} / ${containers}: up to ${each} in each`, sources: [] }]),
    { text: describeNeed(rule, each, needed), ...cited },
    {
      text: isMore
        ? `more than the minimum's ${describeCores(minimum.cores)}: memory as ${named.reason}`
        : `at least the minimum: ${describeSize(minimum)} (${named.reason})`,
      sources: [...new Set([...documented, ...(entry.modelMemory?.sources ?? [])])],
    },
    ...(decoders === undefined
      ? []
      : [{ text: `${decoderSetting.value}=${decoders}: one decoder for each`, sources: decoderSetting.sources }]),
  ];
  return {
    use,
    count,
    containers,
    each,
    size: {
      ...size,
      basis: "expected",
      modelMemoryMiB: named.modelMemoryMiB,
      reason: `for ${describeUses(use, each)}`,
      expected: { use, count: each, ...(decoders === undefined ? {} : { decoders }), steps },
    },
    ...(decoders === undefined ? {} : { decoders }),
    steps,
  };
}

/** Cores that `count` uses at the same time take in one container; undefined if the function has no such use. */
export function coresOfLoad({ loads }: FunctionEdition, use: ExpectedUse, count: number): number | undefined {
  const rule = loads?.[use]?.value;
  if (rule === undefined) {
    return undefined;
  }
  return "coresEach" in rule ? inHundredths(count * rule.coresEach) : neededBy(rule, count).cores;
}

/** `1 live stream`, `6 live streams`. */
export function describeUses(use: ExpectedUse, count: number): string {
  const { one, many } = words[use];
  return `${count} ${count === 1 ? one : many}`;
}

const words: Readonly<Record<ExpectedUse, { readonly one: string; readonly many: string }>> = {
  liveStreams: { one: "live stream", many: "live streams" },
  fileStreams: { one: "file stream", many: "file streams" },
  synthesisRequests: { one: "synthesis request", many: "synthesis requests" },
  detectionRequests: { one: "detection request", many: "detection requests" },
};

/** The setting that tells a container its decoders, if its size was planned from a use that has them. */
export function decoderSettings({ expected }: SizePlan): readonly SettingPlan[] {
  return expected?.decoders === undefined
    ? []
    : [
        {
          name: decoderSetting.value,
          value: { kind: "literal", text: String(expected.decoders) },
          via: "environment",
        },
      ];
}

function neededBy(rule: LoadRule, each: number): Size {
  return "coresEach" in rule
    ? { cores: Math.ceil(inHundredths(each * rule.coresEach)), memoryMiB: 0 }
    : (rule.sizes.find(({ upTo }) => each <= upTo)?.size ?? { cores: 0, memoryMiB: 0 });
}

function describeNeed(rule: LoadRule, each: number, needed: Size): string {
  if (!("coresEach" in rule)) {
    return `up to ${rule.sizes.find(({ upTo }) => each <= upTo)?.upTo ?? 0} in one container: ${describeSize(needed)}`;
  }
  const product = inHundredths(each * rule.coresEach);
  const rounded = product === needed.cores ? "" : `${product}, rounded up: `;
  return `${each} x ${describeCores(rule.coresEach)} = ${rounded}${describeCores(needed.cores)}`;
}

/** So that 5 x 1.6 is 8. */
function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function describeContainers(count: number): string {
  return `${count} ${count === 1 ? "container" : "containers"}`;
}
