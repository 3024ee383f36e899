import { datum } from "./datum";
import { synthesisPaths } from "./paths";
import { previewRegistry, previewRepository } from "./registries";
import { customSettings, modelFolder } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Synthesis with a Custom Voice model, which decides locale and voice. */
export const customTextToSpeech: FunctionEntry = {
  name: "custom-text-to-speech",
  serves: "model",
  editions: {
    "2020-05": {
      registry: previewRegistry,
      repository: previewRepository("custom-text-to-speech"),
      version: datum("1.4.0", "S"),
      tag: datum({ locale: false, voice: false, preview: "always" }, "M1"),
      latest: datum({}, "S"),
      size: { minimum: datum(size(1, 2), "S"), recommended: datum(size(2, 3), "S") },
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
        { version: "1.3.0", sources: ["M1"] },
        { version: "1.4.0", sources: ["S"] },
      ],
    },
  },
};
