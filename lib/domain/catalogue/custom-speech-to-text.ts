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
import { releases, undated } from "./releases";
import { customSettings, modelFolder } from "./settings-data";
import { sentimentOfCustomSpeech } from "./sentiment-data";
import { gibibytes, size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Transcription with a Custom Speech model, which decides the locale. */
export const customSpeechToText: FunctionEntry<"custom-speech-to-text"> = {
  name: "custom-speech-to-text",
  serves: "model",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("custom-speech-to-text"),
      version: datum("2.2.0", "S"),
      tag: datum({ locale: false, voice: false, preview: "always" }, "M1"),
      latest: datum({ asOf: "2020-05-05", version: "2.2.0" }, "S"),
      size: { minimum: datum(size(2, 2), "S"), recommended: datum(size(4, 4), "S") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(6), countsAgainst: "engine" }, "S", "D6"),
      loads: recognitionLoads,
      containerPort: datum(5000, "S"),
      hostProtocol: datum("ws", "S"),
      paths: recognitionPaths,
      sentiment: sentimentOfCustomSpeech,
      settings: customSettings,
      modelFolder,
      baseModels: datum(
        "trained from 20181201 (v3.3 Unified), 20190520 (v4.14 Unified) or 20190701 (v4.17 Unified)",
        "S",
      ),
      swagger: datum(true, "M13"),
      retirement: previewRegistryClosed("custom-speech-to-text"),
      releases: releases(undated("2.0.0 2.0.2 2.1.0 2.1.1 2.2.0"), ["M1"]),
    },
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("custom-speech-to-text"),
      version: datum("4.12.0", "M2", "M7"),
      tag: datum({ locale: false, voice: false, preview: "never" }, "M2", "M3"),
      latest: datum({ asOf: "2025-07", version: "4.12.0" }, "M2"),
      size: { minimum: datum(size(4, 4), "M2"), recommended: datum(size(8, 8), "M2") },
      modelMemory: datum({ atMinimum: gibibytes(4), otherwise: gibibytes(8), countsAgainst: "limit" }, "M2", "D6"),
      loads: recognitionLoads,
      containerPort: datum(5000, "M3"),
      hostProtocol: datum("ws", "M3"),
      paths: recognitionPaths,
      sentiment: sentimentOfCustomSpeech,
      settings: customSettings,
      modelFolder,
      disconnectedSince: datum("3.10.0", "M7", "M16"),
      swagger: unverifiedDatum(false, "Microsoft's pages list it; a user met 404 in 2026", "C5"),
      releases: [
        ...releases(
          undated("2.5.0 2.6.0 2.7.0 2.9.0 2.10.0 2.11.0 2.12.1 2.13.0 2.14.0 2.15.0 2.16.0 2.17.0 2.18.0 3.0.0"),
          ["M8"],
        ),
        ...releases(
          {
            "3.1.0": "2022-03",
            "3.6.0": "2022-09",
            "3.7.0": "2022-10",
            "3.8.0": "2022-11",
            "3.9.0": "2022-12",
            "3.10.0": "2023-01",
            "3.11.0": "2023-02",
            "3.12.0": "2023-03",
            "3.14.0": "2023-05",
            "4.0.0": "2023-06",
            "4.1.0": "2023-07",
            "4.3.0": "2023-09",
            "4.4.0": "2023-10",
            "4.5.0": "2023-11",
            "4.6.0": "2024-02",
            "4.9.0": "2024-09",
            "4.10.0": "2024-10",
            "4.12.0": "2025-02",
          },
          ["M7"],
        ),
        ...releases(undated("5.0.1-preview"), ["M2"]),
      ],
    },
  },
};
