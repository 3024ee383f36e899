const UNITS = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
const DURATION = /^(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/;
const PART = /(\d+(?:\.\d+)?)(h|ms|m|s)/g;

/** Milliseconds of `30s`, `1m30s`, `1.5s`, `500ms`, `0s`; undefined if it is none or not a whole number of them. */
export function parseDuration(given: string): number | undefined {
  if (!DURATION.test(given)) {
    return undefined;
  }
  const sum = [...given.matchAll(PART)].reduce(
    (total, [, amount, unit]) => total + Number(amount) * UNITS[unit as keyof typeof UNITS],
    0,
  );
  const rounded = Math.round(sum);
  return Number.isSafeInteger(rounded) && Math.abs(sum - rounded) < 1e-6 ? rounded : undefined;
}

/** Go's canonical form, which the Docker provider reads back: `500ms`, `1.5s`, `1m0s`, `1h0m0s`. */
export function renderDuration(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < UNITS.s) {
    return `${milliseconds}ms`;
  }
  const hours = Math.floor(milliseconds / UNITS.h);
  const minutes = Math.floor((milliseconds % UNITS.h) / UNITS.m);
  const seconds = `${(milliseconds % UNITS.m) / UNITS.s}s`;
  if (hours > 0) {
    return `${hours}h${minutes}m${seconds}`;
  }
  return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}
