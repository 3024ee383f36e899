import { MIB_PER_GIB } from "../memory";
import { datum, unverifiedDatum } from "./datum";

/** What the processor of an engine's host must have, and how fast each core must be, in MHz. */
export const requiredProcessor = datum({ instructions: "avx2", megahertz: 2600 }, "S", "M2");

/** What the images are built for: Docker's words for operating system and processor. */
export const requiredPlatform = datum({ osType: "linux", architectures: ["x86_64", "amd64"] }, "S", "M2");

/** Disk of one image, in MiB. */
export const imageDisk = unverifiedDatum(
  8 * MIB_PER_GIB,
  "an estimate: two images are about 6 GB to pull, and unpack to more",
  "C3",
);
