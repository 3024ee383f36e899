import { datum, unverifiedDatum } from "./datum";
import {
  microsoftRegistry,
  microsoftRepository,
  previewRegistry,
  previewRegistryClosed,
  previewRepository,
} from "./registries";
import { recognitionPaths } from "./paths";
import { customSettings, modelFolder } from "./settings-data";
import { gibibytes, size } from "./sizes";
import type { FunctionEntry, Release } from "./types";

const release = (version: string, source: Release["sources"][number]): Release => ({ version, sources: [source] });

/** Transcription with a Custom Speech model, which decides the locale. */
export const customSpeechToText: FunctionEntry = {
  name: "custom-speech-to-text",
  serves: "model",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("custom-speech-to-text"),
      version: datum("2.2.0", "S"),
      tag: datum({ locale: false, voice: false, preview: "always" }, "M1"),
      latest: datum({}, "S"),
      size: { minimum: datum(size(2, 2), "S"), recommended: datum(size(4, 4), "S") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(6), countsAgainst: "engine" }, "S", "D6"),
      containerPort: datum(5000, "S"),
      hostProtocol: datum("ws", "S"),
      paths: recognitionPaths,
      settings: customSettings,
      modelFolder,
      swagger: datum(true, "M13"),
      retirement: previewRegistryClosed("custom-speech-to-text"),
      releases: ["2.0.0", "2.0.2", "2.1.0", "2.1.1", "2.2.0"].map((version) => release(version, "M1")),
    },
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("custom-speech-to-text"),
      version: datum("4.12.0", "M2", "M7"),
      tag: datum({ locale: false, voice: false, preview: "never" }, "M2", "M3"),
      latest: datum({}, "M2"),
      size: { minimum: datum(size(4, 4), "M2"), recommended: datum(size(8, 8), "M2") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(8), countsAgainst: "limit" }, "M2", "D6"),
      containerPort: datum(5000, "M3"),
      hostProtocol: datum("ws", "M3"),
      paths: recognitionPaths,
      settings: customSettings,
      modelFolder,
      swagger: unverifiedDatum(false, "Microsoft's pages list it; a user met 404 in 2026", "C5"),
      releases: ["4.9.0", "4.12.0"].map((version) => release(version, "M7")),
    },
  },
};
