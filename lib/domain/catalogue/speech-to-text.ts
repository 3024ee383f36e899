import { datum, unverifiedDatum } from "./datum";
import { recognitionLoads } from "./loads";
import {
  microsoftRegistry,
  microsoftRepository,
  previewRegistry,
  previewRegistryClosed,
  previewRepository,
} from "./registries";
import { recognitionPaths } from "./paths";
import { baseSettings } from "./settings-data";
import { sentimentOfSpeech } from "./sentiment-data";
import { gibibytes, size } from "./sizes";
import { speechToTextReleases, speechToTextReleases2020 } from "./speech-to-text-releases";
import type { FunctionEntry } from "./types";

/** Real-time and batch transcription. */
export const speechToText: FunctionEntry<"speech-to-text"> = {
  name: "speech-to-text",
  serves: "locale",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("speech-to-text"),
      version: datum("2.2.0", "S"),
      tag: datum({ locale: true, voice: false, preview: "always" }, "S", "M1"),
      latest: datum({ asOf: "2020-05-05", version: "2.2.0", locale: "en-US" }, "S"),
      size: { minimum: datum(size(2, 2), "S"), recommended: datum(size(4, 4), "S") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(6), countsAgainst: "engine" }, "S", "D6"),
      loads: recognitionLoads,
      containerPort: datum(5000, "S"),
      hostProtocol: datum("ws", "S"),
      paths: recognitionPaths,
      sentiment: sentimentOfSpeech,
      settings: baseSettings,
      swagger: datum(true, "M13"),
      retirement: previewRegistryClosed("speech-to-text"),
      releases: speechToTextReleases2020,
    },
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("speech-to-text"),
      version: datum("4.12.0", "M2", "M7"),
      tag: datum({ locale: true, voice: false, preview: "never" }, "M2", "M3"),
      latest: datum({ asOf: "2025-07", version: "4.12.0", locale: "en-US" }, "M2"),
      size: { minimum: datum(size(4, 4), "M2"), recommended: datum(size(8, 8), "M2") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(8), countsAgainst: "limit" }, "M2", "D6"),
      loads: recognitionLoads,
      containerPort: datum(5000, "M3"),
      hostProtocol: datum("ws", "M3"),
      paths: recognitionPaths,
      sentiment: sentimentOfSpeech,
      settings: baseSettings,
      disconnectedSince: datum("3.0.0", "M8", "M16"),
      swagger: unverifiedDatum(false, "Microsoft's pages list it; a user met 404 in 2026", "C5"),
      releases: speechToTextReleases,
    },
  },
};
