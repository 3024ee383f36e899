import type { SourceId } from "./sources";

/** One fact of the catalogue with where it comes from. */
export interface Datum<Value> {
  readonly value: Value;
  readonly sources: readonly SourceId[];
  /** Why the fact should be tested before it is relied on; absent when a source states it plainly. */
  readonly unverified?: string;
}

export function datum<Value>(value: Value, ...sources: readonly SourceId[]): Datum<Value> {
  return { value, sources };
}

export function unverifiedDatum<Value>(
  value: Value,
  unverified: string,
  ...sources: readonly SourceId[]
): Datum<Value> {
  return { value, sources, unverified };
}
