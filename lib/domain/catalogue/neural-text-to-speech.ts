import { datum } from "./datum";
import { NEURAL_VOICES_3_12_0 } from "./neural-voices";
import { synthesisPaths } from "./paths";
import { microsoftRegistry, microsoftRepository } from "./registries";
import { baseSettings } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Synthesis with neural voices: one voice in each image. */
export const neuralTextToSpeech: FunctionEntry = {
  name: "neural-text-to-speech",
  serves: "voice",
  editions: {
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("neural-text-to-speech"),
      version: datum("3.12.0", "C1"),
      tag: datum({ locale: true, voice: true, preview: "by voice" }, "M2", "C1"),
      latest: datum({ locale: "en-US", voice: "en-US-AriaNeural" }, "M2"),
      size: { minimum: datum(size(6, 12), "M2"), recommended: datum(size(8, 16), "M2") },
      containerPort: datum(5000, "M3"),
      hostProtocol: datum("http", "M3"),
      paths: synthesisPaths,
      settings: baseSettings,
      swagger: datum(true, "M3"),
      retirement: datum(
        {
          date: "2024-02-29",
          reason: "versions before 3.0 are no longer supported",
          replacement: "neural-text-to-speech",
          below: "3.0.0",
        },
        "M2",
      ),
      releases: [{ version: "3.12.0", sources: ["C1", "M20"], voices: NEURAL_VOICES_3_12_0 }],
    },
  },
};
