import { customSpeechToText } from "./custom-speech-to-text";
import { customTextToSpeech } from "./custom-text-to-speech";
import { languageDetection } from "./language-detection";
import { neuralTextToSpeech } from "./neural-text-to-speech";
import { sentiment } from "./sentiment";
import { speechToText } from "./speech-to-text";
import { textToSpeech } from "./text-to-speech";
import type { Edition, FunctionEdition, FunctionEntry } from "./types";

const entries = [
  speechToText,
  customSpeechToText,
  textToSpeech,
  customTextToSpeech,
  neuralTextToSpeech,
  languageDetection,
  sentiment,
] as const;

/** Functions are named like the repositories of their images (design decision D3). */
export type FunctionName = (typeof entries)[number]["name"];

/** Every function that the package knows, in the order in which lists name them. */
export const catalogue: readonly FunctionEntry<FunctionName>[] = entries;

export const functionNames: readonly FunctionName[] = catalogue.map((entry) => entry.name);

/** Oldest first. */
export const editions: readonly Edition[] = ["2020-05", "2025-07"];

export const NEWEST_EDITION: Edition = "2025-07";

const byName: ReadonlyMap<string, FunctionEntry<FunctionName>> = new Map(catalogue.map((entry) => [entry.name, entry]));

export function findFunction(name: string): FunctionEntry<FunctionName> | undefined {
  return byName.get(name);
}

export function isEdition(word: string): word is Edition {
  return editions.some((edition) => edition === word);
}

/** The functions that an edition has, in catalogue order. */
export function functionsOf(edition: Edition): readonly FunctionName[] {
  return catalogue.filter((entry) => entry.editions[edition] !== undefined).map((entry) => entry.name);
}

export function findFunctionEdition(name: string, edition: string): FunctionEdition | undefined {
  return isEdition(edition) ? findFunction(name)?.editions[edition] : undefined;
}
