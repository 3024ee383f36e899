import { datum, unverifiedDatum } from "./datum";
import { neuralLoads } from "./loads";
import { ADDED_3_4_0, NEURAL_VOICES_3_12_0 } from "./neural-voices";
import { synthesisPaths } from "./paths";
import { microsoftRegistry, microsoftRepository } from "./registries";
import { releases, undated } from "./releases";
import { baseSettings } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Synthesis with neural voices: one voice in each image. */
export const neuralTextToSpeech: FunctionEntry<"neural-text-to-speech"> = {
  name: "neural-text-to-speech",
  serves: "voice",
  editions: {
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("neural-text-to-speech"),
      version: datum("3.12.0", "C1"),
      tag: datum({ locale: true, voice: true, preview: "by voice" }, "M2", "C1"),
      latest: datum({ asOf: "2025-07", locale: "en-US", voice: "en-US-AriaNeural" }, "M2"),
      size: { minimum: datum(size(6, 12), "M2"), recommended: datum(size(8, 16), "M2") },
      loads: neuralLoads,
      containerPort: datum(5000, "M3"),
      hostProtocol: datum("http", "M3"),
      paths: synthesisPaths,
      settings: baseSettings,
      disconnectedSince: unverifiedDatum(
        "3.0.0",
        "no page names a first version; older ones are not supported",
        "M2",
        "M16",
      ),
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
      releases: [
        ...releases(undated("1.1.0 1.2.0"), ["M8"], { preview: "always" }),
        ...releases(undated("1.3.0 1.4.0 1.5.0 1.6.0 1.7.0 1.8.0 1.9.0 1.10.0 1.11.0"), ["M8"]),
        ...releases({ "1.12.0": "2022-01" }, ["M8", "M7"]),
        ...releases(
          {
            "2.5.0": "2022-09",
            "2.6.0": "2022-10",
            "2.7.0": "2022-11",
            "2.8.0": "2022-12",
            "2.9.0": "2023-01",
            "2.10.0": "2023-02",
            "2.11.0": "2023-03",
            "2.13.0": "2023-05",
            "2.14.0": "2023-06",
            "2.15.0": "2023-07",
            "2.17.0": "2023-09",
            "2.18.0": "2023-10",
            "2.19.0": "2023-11",
            "3.1.0": "2024-02",
            "3.3.0": "2024-08",
          },
          ["M7"],
        ),
        ...releases({ "3.4.0": "2024-09" }, ["M7", "M20"], { voices: ADDED_3_4_0, partial: true }),
        ...releases({ "3.5.0": "2024-10", "3.7.0": "2025-02" }, ["M7"]),
        ...releases({ "3.11.0": "2025-07" }, ["M2"]),
        ...releases({ "3.12.0": "2025-07-31" }, ["C1", "M20"], { voices: NEURAL_VOICES_3_12_0 }),
        ...releases({ "4.7.0": "2026" }, ["C2"]),
      ],
    },
  },
};
