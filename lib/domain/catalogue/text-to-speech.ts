import { datum, unverifiedDatum } from "./datum";
import { standardLoads } from "./loads";
import { synthesisPaths } from "./paths";
import { movedToMicrosoft, previewRegistry, previewRepository } from "./registries";
import { releases, undated } from "./releases";
import { baseSettings } from "./settings-data";
import { size } from "./sizes";
import { RENAMED_1_4_0, STANDARD_VOICES_1_3_0, STANDARD_VOICES_1_4_0 } from "./standard-voices";
import type { FunctionEntry } from "./types";

/** Synthesis with the standard (not neural) voices: one voice in each image. */
export const textToSpeech: FunctionEntry<"text-to-speech"> = {
  name: "text-to-speech",
  serves: "voice",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("text-to-speech"),
      version: datum("1.4.0", "S"),
      tag: datum({ locale: true, voice: true, preview: "always" }, "S", "M1"),
      latest: unverifiedDatum(
        { asOf: "2020-05-05", locale: "en-US", voice: "en-US-JessaRUS" },
        "stated by the document, but holds only before the renaming in 1.4.0",
        "S",
      ),
      size: { minimum: datum(size(1, 2), "S"), recommended: datum(size(2, 3), "S") },
      loads: standardLoads,
      containerPort: datum(5000, "S"),
      hostProtocol: datum("http", "S"),
      paths: synthesisPaths,
      settings: baseSettings,
      swagger: datum(true, "M13"),
      retirement: datum(
        {
          date: "2021-08-31",
          reason: "standard voices retired, and the preview registry closed on 2020-09-22",
          replacement: "neural-text-to-speech",
        },
        "M2",
      ),
      releases: [
        ...releases(undated("1.0.0 1.1.0 1.2.0"), ["M1"]),
        ...releases(undated("1.3.0"), ["M1"], { voices: STANDARD_VOICES_1_3_0 }),
        ...releases(undated("1.4.0"), ["M1", "C1"], { voices: STANDARD_VOICES_1_4_0, renamed: RENAMED_1_4_0 }),
        ...releases(undated("1.5.0"), ["M1"], { voices: STANDARD_VOICES_1_4_0 }),
        ...releases({ "1.16.0": "2021-09-29" }, ["C1"], {
          voices: STANDARD_VOICES_1_4_0,
          preview: "never",
          place: movedToMicrosoft("text-to-speech"),
        }),
      ],
    },
  },
};
