import { findFunctionEdition } from "./catalogue";
import type { FunctionEdition, Size } from "./catalogue/types";
import { describeMemory } from "./memory";
import type { SizePlan } from "./plan";

export type SizeJudgement = "below minimum" | "below recommended" | "enough";

/** The limits of a function: what the documents call minimum and recommended, with the model where it is part of the limit. */
export function sizesOf(entry: FunctionEdition): { readonly minimum: Size; readonly recommended: Size } {
  const model = entry.modelMemory?.value;
  const withModel = (size: Size, memory: number | undefined): Size =>
    model?.countsAgainst === "limit" ? { ...size, memoryMiB: size.memoryMiB + (memory ?? 0) } : size;
  return {
    minimum: withModel(entry.size.minimum.value, model?.atMinimum),
    recommended: withModel(entry.size.recommended.value, model?.otherwise),
  };
}

/** Whether a container has what its function needs. The planner and check CTR-4 both ask here (design decision D6). */
export function judgeSize(entry: FunctionEdition, size: Size): SizeJudgement {
  const { minimum, recommended } = sizesOf(entry);
  if (isLess(size, minimum)) {
    return "below minimum";
  }
  return isLess(size, recommended) ? "below recommended" : "enough";
}

/** {@link judgeSize} by names; undefined if the edition does not have the function. */
export function judgeSizeOf(functionName: string, edition: string, size: Size): SizeJudgement | undefined {
  const entry = findFunctionEdition(functionName, edition);
  return entry === undefined ? undefined : judgeSize(entry, size);
}

/** The size that `minimum` or `recommended` stands for. */
export function planNamedSize(entry: FunctionEdition, basis: "minimum" | "recommended"): SizePlan {
  const limit = sizesOf(entry)[basis];
  const model = entry.modelMemory?.value;
  const modelMemory = (basis === "minimum" ? model?.atMinimum : model?.otherwise) ?? 0;
  return {
    cores: limit.cores,
    memoryMiB: limit.memoryMiB,
    basis,
    modelMemoryMiB: model?.countsAgainst === "engine" ? modelMemory : 0,
    reason: describeBasis(entry, basis),
  };
}

/** A size that is set by hand. */
export function planExplicitSize(entry: FunctionEdition, size: Size, belowMinimum: string | undefined): SizePlan {
  const model = entry.modelMemory?.value;
  const isMinimum = !isLess(sizesOf(entry).minimum, size);
  const modelMemory = (isMinimum ? model?.atMinimum : model?.otherwise) ?? 0;
  return {
    cores: size.cores,
    memoryMiB: size.memoryMiB,
    basis: "explicit",
    modelMemoryMiB: model?.countsAgainst === "engine" ? modelMemory : 0,
    reason: `set by hand; ${describeBasis(entry, "minimum")}`,
    ...(belowMinimum === undefined ? {} : { belowMinimum }),
  };
}

/** As people read it: `8 cores, 16 GB`. */
export function describeSize({ cores, memoryMiB }: Size): string {
  return `${cores} ${cores === 1 ? "core" : "cores"}, ${describeMemory(memoryMiB)}`;
}

/** `recommended 8 / 8 GB + 8 GB for the model`. */
function describeBasis(entry: FunctionEdition, basis: "minimum" | "recommended"): string {
  const { cores, memoryMiB } = entry.size[basis].value;
  const model = entry.modelMemory?.value;
  const modelMemory = basis === "minimum" ? model?.atMinimum : model?.otherwise;
  const extra =
    model?.countsAgainst === "limit" && modelMemory !== undefined
      ? ` + ${describeMemory(modelMemory)} for the model`
      : "";
  return `${basis} ${cores} / ${describeMemory(memoryMiB)}${extra}`;
}

function isLess(size: Size, limit: Size): boolean {
  return size.cores < limit.cores || size.memoryMiB < limit.memoryMiB;
}
