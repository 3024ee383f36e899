import { createHash } from "node:crypto";
import { modelJobs } from "../../domain/catalogue/model-jobs";
import { isOlder } from "../../domain/versions";
import { parseTag } from "../../domain/tag";
import type { ApiStatus } from "./api-status";
import type { SpeechContainerSpec } from "./spec";
import { downloadDisplayModels } from "./model";
import type { SpeechSettings } from "./settings";

/** How a run that does not serve ends. */
export interface SpeechJobEnd {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** A run that does not serve. `judgeKey` is its call to Azure. */
export type SpeechJob = (judgeKey: () => Promise<ApiStatus>) => Promise<SpeechJobEnd>;

const BASE_MODELS = ["2023-04-12T08:30:00Z", "2024-02-20T09:15:00Z", "2025-06-03T07:45:00Z"];

/** What the settings of a custom-speech-to-text container ask for instead of serving; undefined: it serves. */
export function modelJobOf(spec: SpeechContainerSpec, settings: SpeechSettings): SpeechJob | undefined {
  if (spec.image.function !== "custom-speech-to-text") return undefined;
  const { query, display, displayModels } = modelJobs;
  const asked = displayModels.value.filter(({ word }) => spec.command.includes(word)).map(({ word }) => word);
  const locale = settings.get(query.value.setting.toLowerCase());
  // The documented order: the query, then ids, then the newest of a locale.
  if (locale !== undefined && knows(spec, query.value.since)) {
    return online((lines) => (asked.length > 0 ? displayQuery(asked, locale, lines) : baseQuery(locale, lines)));
  }
  if (!knows(spec, display.value.since)) return undefined;
  const ids = displayModels.value.flatMap(({ setting = "", word }) => {
    const id = settings.get(setting.toLowerCase());
    return id === undefined ? [] : [`${word} ${id}`];
  });
  const newest = settings.get(display.value.setting.toLowerCase());
  if (ids.length === 0 && newest === undefined) return undefined;
  return online((lines) => {
    if (ids.length === 0 && asked.length === 0) {
      return { lines: [...lines, fatal("DisplayLocale needs at least one type of display model.")], exitCode: 1 };
    }
    const models = ids.length > 0 ? ids : asked.map((word) => `${word} ${newest ?? ""}`);
    if (spec.modelsFolder !== undefined) downloadDisplayModels(spec.modelsFolder, models);
    return {
      lines: [...lines, ...models.map((model) => info(`[Display model] ${model} was downloaded.`))],
      exitCode: 0,
    };
  });
}

/** Tags without a version (`latest`) are those of the newest one. */
function knows({ reference }: SpeechContainerSpec, since: string): boolean {
  const version = parseTag(reference.replace(/@.*$/, "").split(":").at(-1) ?? "")?.version;
  return version === undefined || !isOlder(version, since);
}

function online(work: (lines: readonly string[]) => SpeechJobEnd): SpeechJob {
  return async (judgeKey) => {
    const status = await judgeKey();
    return status === "Valid"
      ? work([])
      : { lines: [fatal(`Endpoint connection failed with status '${status}'.`)], exitCode: 1 };
  };
}

function baseQuery(locale: string, before: readonly string[]): SpeechJobEnd {
  const written = locale.toLowerCase();
  const lines = [
    `Checking available base model for ${written}`,
    info(`Searching available base models for ${written}`),
    ...BASE_MODELS.map((date) =>
      info(`[Base model] Locale: ${written}, CreatedDate: ${date}, Id: ${idOf(`${written} ${date}`)}`),
    ),
    fatal(
      `Please run this tool again and assign --modelId '<one above base model id>'. If no model id listed above, it means currently there is no available base model for ${written}`,
    ),
  ];
  return { lines: [...before, ...lines], exitCode: 1 };
}

function displayQuery(words: readonly string[], locale: string, before: readonly string[]): SpeechJobEnd {
  const written = locale.toLowerCase();
  const lines = words.map((word) =>
    info(`[Display model] ${word} Locale: ${written}, Id: ${idOf(`${word} ${written}`)}`),
  );
  const end = fatal("Please run this tool again and assign the id of one display model above");
  return { lines: [...before, ...lines, end], exitCode: 1 };
}

/** The same id for the same model in every sandbox. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

const info = (text: string): string => `[Info] ${text}`;
const fatal = (text: string): string => `[Fatal] ${text}`;
