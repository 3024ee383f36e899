import { datum } from "./datum";
import { standardLoads } from "./loads";
import { synthesisPaths } from "./paths";
import { movedToMicrosoft, previewRegistry, previewRepository } from "./registries";
import { releases, undated } from "./releases";
import { customSettings, modelFolder } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Synthesis with a Custom Voice model, which decides locale and voice. */
export const customTextToSpeech: FunctionEntry<"custom-text-to-speech"> = {
  name: "custom-text-to-speech",
  serves: "model",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("custom-text-to-speech"),
      version: datum("1.4.0", "S"),
      tag: datum({ locale: false, voice: false, preview: "always" }, "M1"),
      latest: datum({ asOf: "2020-05-05", version: "1.4.0" }, "S"),
      size: { minimum: datum(size(1, 2), "S"), recommended: datum(size(2, 3), "S") },
      loads: standardLoads,
      containerPort: datum(5000, "S"),
      hostProtocol: datum("http", "S"),
      paths: synthesisPaths,
      settings: customSettings,
      modelFolder,
      swagger: datum(true, "M13"),
      retirement: datum(
        { date: "2020-09-22", reason: "the preview registry closed, and the function is gone from the documents" },
        "M2",
      ),
      releases: [
        ...releases(undated("1.3.0"), ["M1"]),
        ...releases(undated("1.4.0"), ["S"]),
        ...releases(undated("1.7.0 1.8.0 1.9.0 1.11.0 1.12.0 1.13.0 1.14.1 1.15.0"), ["M8"], {
          preview: "never",
          place: movedToMicrosoft("custom-text-to-speech"),
        }),
      ],
    },
  },
};
