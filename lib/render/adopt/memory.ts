import { parseMemory } from "../../domain";

const BYTES_PER_MIB = 1024 * 1024;

/** MiB of what Docker takes as memory: `4g`, `4GiB`, `512m`, and a bare number of bytes. */
export function readMemory(text: string): number | undefined {
  const bytes = /^(\d+)b?$/i.exec(text.trim())?.[1];
  if (bytes !== undefined) return Math.floor(Number(bytes) / BYTES_PER_MIB) || undefined;
  return parseMemory(text);
}
