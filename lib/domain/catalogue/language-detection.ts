import { datum, unverifiedDatum } from "./datum";
import { detectionLoads } from "./loads";
import { detectionPaths } from "./paths";
import { microsoftRegistry, microsoftRepository } from "./registries";
import { releases, undated } from "./releases";
import { baseSettings } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEntry } from "./types";

/** Tells which language is spoken. In public preview, never disconnected. */
export const languageDetection: FunctionEntry<"language-detection"> = {
  name: "language-detection",
  serves: "any language",
  editions: {
    "2025-07": {
      registry: microsoftRegistry,
      repository: microsoftRepository("language-detection"),
      version: datum("1.18.0", "M2"),
      tag: datum({ locale: false, voice: false, preview: "always" }, "M2", "M6"),
      latest: datum({ asOf: "2025-07", version: "1.18.0" }, "M2"),
      size: { minimum: datum(size(1, 1), "M2"), recommended: datum(size(1, 1), "M2") },
      loads: detectionLoads,
      containerPort: unverifiedDatum(5003, "old and new pages disagree on ports", "M5", "M6"),
      hostProtocol: unverifiedDatum("ws", "no page states the host URL of this container", "M6"),
      paths: detectionPaths,
      settings: baseSettings,
      swagger: datum(true, "M6"),
      releases: [
        ...releases(undated("1.1.0 1.3.0 1.5.0 1.6.1 1.7.0 1.8.0"), ["M8"]),
        ...releases(
          { "1.9.0": "2022-05", "1.11.0": "2023-03", "1.12.0": "2023-09", "1.13.0": null, "1.14.0": "2024-08" },
          ["M7"],
        ),
        ...releases({ "1.15.0": "2024-09", "1.16.0": "2024-10", "1.18.0": "2025-02" }, ["M7", "M2"]),
      ],
    },
  },
};
