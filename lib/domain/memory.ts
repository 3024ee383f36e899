export const MIB_PER_GIB = 1024;
const MEMORY = /^(\d+(?:\.\d+)?)\s*([mg])(?:i?b)?$/i;

/** MiB of `512m`, `4g`, `1.5g` (mebibytes and gibibytes, as Docker means them) or of a number of MiB. */
export function parseMemory(given: string | number): number | undefined {
  if (typeof given === "number") {
    return isWholePositive(given) ? given : undefined;
  }
  const match = MEMORY.exec(given.trim());
  if (match === null) {
    return undefined;
  }
  const mebibytes = Number(match[1]) * (match[2]?.toLowerCase() === "g" ? MIB_PER_GIB : 1);
  return isWholePositive(mebibytes) ? mebibytes : undefined;
}

/** As Docker takes it: `16g`, `1536m`. Inverse of {@link parseMemory}. */
export function renderMemory(mebibytes: number): string {
  return mebibytes % MIB_PER_GIB === 0 ? `${mebibytes / MIB_PER_GIB}g` : `${mebibytes}m`;
}

/** As people read it: `16 GB`, `1536 MB`. */
export function describeMemory(mebibytes: number): string {
  return mebibytes % MIB_PER_GIB === 0 ? `${mebibytes / MIB_PER_GIB} GB` : `${mebibytes} MB`;
}

function isWholePositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
