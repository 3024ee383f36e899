import { datum, unverifiedDatum } from "./datum";
import {
  microsoftRegistry,
  microsoftRepository,
  previewRegistry,
  previewRegistryClosed,
  previewRepository,
} from "./registries";
import { recognitionPaths } from "./paths";
import { baseSettings } from "./settings-data";
import { gibibytes, size } from "./sizes";
import {
  ADDED_3_0_0,
  ADDED_3_11_0,
  ADDED_3_6_0,
  ADDED_4_12_0,
  ADDED_4_9_0,
  LOCALES_1_X,
  LOCALES_2_2_0,
  LOCALES_5_0_3_PREVIEW,
} from "./speech-to-text-locales";
import type { FunctionEntry, Release } from "./types";

const UKRAINIAN = "uk-UA";
const locales300 = [...LOCALES_2_2_0, ...ADDED_3_0_0];
const locales360 = [...locales300, UKRAINIAN, ...ADDED_3_6_0];
const locales3110 = [...locales360, ...ADDED_3_11_0];
const locales490 = [...locales3110.filter((locale) => locale !== UKRAINIAN), ...ADDED_4_9_0];
const locales4100 = [...locales490, UKRAINIAN];

const releases2020: readonly Release[] = [
  ...["1.0.0", "1.1.0", "1.1.1", "1.1.2", "1.1.3", "1.2.0"].map((version): Release => ({
    version,
    sources: ["M1"],
    locales: LOCALES_1_X,
  })),
  { version: "2.0.3", sources: ["M1"], locales: ["ja-JP"] },
  ...["2.1.0", "2.1.1", "2.2.0"].map((version): Release => ({ version, sources: ["M1"], locales: LOCALES_2_2_0 })),
];

const releases2025: readonly Release[] = [
  { version: "3.0.0", sources: ["M8"], locales: locales300 },
  { version: "3.0.1", sources: ["M8"], locales: [UKRAINIAN] },
  { version: "3.6.0", sources: ["M7"], locales: locales360 },
  { version: "3.11.0", sources: ["M7"], locales: locales3110 },
  { version: "4.9.0", sources: ["M7"], locales: locales490 },
  { version: "4.10.0", sources: ["M7"], locales: locales4100 },
  { version: "4.12.0", sources: ["M7"], locales: [...locales4100, ...ADDED_4_12_0] },
  { version: "5.0.3-preview", sources: ["C1"], locales: LOCALES_5_0_3_PREVIEW },
];

/** Real-time and batch transcription. */
export const speechToText: FunctionEntry = {
  name: "speech-to-text",
  serves: "locale",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("speech-to-text"),
      version: datum("2.2.0", "S"),
      tag: datum({ locale: true, voice: false, preview: "always" }, "S", "M1"),
      latest: datum({ locale: "en-US" }, "S"),
      size: { minimum: datum(size(2, 2), "S"), recommended: datum(size(4, 4), "S") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(6), countsAgainst: "engine" }, "S", "D6"),
      containerPort: datum(5000, "S"),
      hostProtocol: datum("ws", "S"),
      paths: recognitionPaths,
      settings: baseSettings,
      swagger: datum(true, "M13"),
      retirement: previewRegistryClosed("speech-to-text"),
      releases: releases2020,
    },
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("speech-to-text"),
      version: datum("4.12.0", "M2", "M7"),
      tag: datum({ locale: true, voice: false, preview: "never" }, "M2", "M3"),
      latest: datum({ locale: "en-US" }, "M2"),
      size: { minimum: datum(size(4, 4), "M2"), recommended: datum(size(8, 8), "M2") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(8), countsAgainst: "limit" }, "M2", "D6"),
      containerPort: datum(5000, "M3"),
      hostProtocol: datum("ws", "M3"),
      paths: recognitionPaths,
      settings: baseSettings,
      swagger: unverifiedDatum(false, "Microsoft's pages list it; a user met 404 in 2026", "C5"),
      releases: releases2025,
    },
  },
};
