import { datum, unverifiedDatum } from "./datum";
import { detectionPaths } from "./paths";
import { microsoftRegistry, microsoftRepository } from "./registries";
import { baseSettings } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Tells which language is spoken. In public preview, never disconnected. */
export const languageDetection: FunctionEntry = {
  name: "language-detection",
  serves: "any language",
  editions: {
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("language-detection"),
      version: datum("1.18.0", "M2"),
      tag: datum({ locale: false, voice: false, preview: "always" }, "M2", "M6"),
      latest: datum({}, "M2"),
      size: { minimum: datum(size(1, 1), "M2"), recommended: datum(size(1, 1), "M2") },
      containerPort: unverifiedDatum(5003, "old and new pages disagree on ports", "M5", "M6"),
      hostProtocol: unverifiedDatum("ws", "no page states the host URL of this container", "M6"),
      paths: detectionPaths,
      settings: baseSettings,
      swagger: datum(true, "M6"),
      releases: [{ version: "1.18.0", sources: ["M2"] }],
    },
  },
};
