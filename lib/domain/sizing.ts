import { findFunctionEdition } from "./catalogue";
import type { FunctionEdition, Size } from "./catalogue/types";
import { describeMemory } from "./memory";
import type { SizePlan } from "./plan";

export type SizeJudgement = "below minimum" | "below recommended" | "enough";

type Basis = "minimum" | "recommended";

/** MiB of a function's model, by what they count against. */
function modelMemoryOf(
  { modelMemory }: FunctionEdition,
  basis: Basis,
): { readonly limit: number; readonly engine: number } {
  const { atMinimum = 0, otherwise = 0, countsAgainst } = modelMemory?.value ?? {};
  const memory = basis === "minimum" ? atMinimum : otherwise;
  return countsAgainst === "limit" ? { limit: memory, engine: 0 } : { limit: 0, engine: memory };
}

/** The limits of a function: what the documents call minimum and recommended, with the model where it is part of the limit. */
export function sizesOf(entry: FunctionEdition): Readonly<Record<Basis, Size>> {
  return { minimum: sizeOf(entry, "minimum"), recommended: sizeOf(entry, "recommended") };
}

function sizeOf(entry: FunctionEdition, basis: Basis): Size {
  const { cores, memoryMiB } = entry.size[basis].value;
  return { cores, memoryMiB: memoryMiB + modelMemoryOf(entry, basis).limit };
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
export function planNamedSize(entry: FunctionEdition, basis: Basis): SizePlan {
  return {
    ...sizeOf(entry, basis),
    basis,
    modelMemoryMiB: modelMemoryOf(entry, basis).engine,
    reason: describeBasis(entry, basis),
  };
}

/** A size that is set by hand. */
export function planExplicitSize(entry: FunctionEdition, size: Size, belowMinimum: string | undefined): SizePlan {
  return {
    cores: size.cores,
    memoryMiB: size.memoryMiB,
    basis: "explicit",
    modelMemoryMiB: modelMemoryBeside(entry, size),
    reason: `set by hand; ${describeBasis(entry, "minimum")}`,
    ...(belowMinimum === undefined ? {} : { belowMinimum }),
  };
}

/** MiB that the model takes on the engine beside the limit of this size. */
export function modelMemoryBeside(entry: FunctionEdition, size: Size): number {
  return modelMemoryOf(entry, isLess(sizesOf(entry).minimum, size) ? "recommended" : "minimum").engine;
}

/** As people read it: `8 cores, 16 GB`. */
export function describeSize({ cores, memoryMiB }: Size): string {
  return `${describeCores(cores)}, ${describeMemory(memoryMiB)}`;
}

/** `1 core`, `1.6 cores`. */
export function describeCores(cores: number): string {
  return `${cores} ${cores === 1 ? "core" : "cores"}`;
}

/** `recommended 8 / 8 GB + 8 GB for the model`. */
function describeBasis(entry: FunctionEdition, basis: Basis): string {
  const { cores, memoryMiB } = entry.size[basis].value;
  const { limit } = modelMemoryOf(entry, basis);
  const extra = limit === 0 ? "" : ` + ${describeMemory(limit)} for the model`;
  return `${basis} ${cores} / ${describeMemory(memoryMiB)}${extra}`;
}

function isLess(size: Size, limit: Size): boolean {
  return size.cores < limit.cores || size.memoryMiB < limit.memoryMiB;
}
