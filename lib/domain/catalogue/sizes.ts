import { MIB_PER_GIB } from "../memory";
import type { Size } from "./types";

/** A size as the documents write it: cores and what Docker calls g, which is gibibytes. */
export const size = (cores: number, gibibytes: number): Size => ({ cores, memoryMiB: gibibytes * MIB_PER_GIB });

export const gibibytes = (count: number): number => count * MIB_PER_GIB;
