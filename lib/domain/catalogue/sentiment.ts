import { datum, unverifiedDatum } from "./datum";
import { firstSentimentRepository, microsoftRegistry, sentimentRepository } from "./registries";
import { COMPANION_FUNCTION, sentimentPaths } from "./sentiment-data";
import { sentimentSettings } from "./settings-data";
import { size } from "./sizes";
import type { FunctionEdition, FunctionEntry } from "./types";

/** Simplified Chinese is `zh`, traditional Chinese `zht`. */
const LANGUAGES = ["en", "es", "fr", "it", "de", "zh", "zht", "ja", "pt", "nl"];

/** The image moved between the editions; nothing else changed. */
const shared: Omit<FunctionEdition, "repository"> = {
  registry: microsoftRegistry,
  version: datum("3.0", "M1", "M19"),
  tag: datum({ language: true, locale: false, voice: false, preview: "never" }, "M1", "M19"),
  latest: unverifiedDatum({ asOf: "2020-04" }, "no page says which language it serves", "M1"),
  size: { minimum: datum(size(3, 3), "M19"), recommended: datum(size(8, 8), "M19") },
  containerPort: datum(5000, "M19"),
  hostProtocol: datum("http", "M19"),
  paths: sentimentPaths,
  settings: sentimentSettings,
  swagger: datum(true, "M13"),
  releases: [{ version: "3.0", sources: ["M1"], languages: LANGUAGES }],
};

/** Companion of speech-to-text: tells how positive or negative a text is. A container of Text Analytics, not of Speech. */
export const sentiment: FunctionEntry<"sentiment"> = {
  name: COMPANION_FUNCTION,
  serves: "language",
  editions: {
    "2020-05": { ...shared, repository: firstSentimentRepository },
    "2025-07": { ...shared, repository: sentimentRepository },
  },
};
