import type { SourcePlace } from "./problems";

/** By file, line and column; what has no place comes first. */
export function comparePlaces(left: SourcePlace | undefined, right: SourcePlace | undefined): number {
  if (left === undefined || right === undefined) {
    return Number(left !== undefined) - Number(right !== undefined);
  }
  return compareText(left.file, right.file) || left.line - right.line || left.column - right.column;
}

/** By code units, so that no locale of the machine has a say. */
export function compareText(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
