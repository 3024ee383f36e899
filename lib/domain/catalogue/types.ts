import type { Datum } from "./datum";
import type { SourceId } from "./sources";

/** A dated set of images, sizes and settings (design decision D4). */
export type Edition = "2020-05" | "2025-07";

/** One function of the catalogue: one data file. */
export interface FunctionEntry<Name extends string = string> {
  readonly name: Name;
  /** What a container of this function is told to serve. */
  readonly serves: "locale" | "voice" | "model" | "language" | "any language";
  readonly editions: Readonly<Partial<Record<Edition, FunctionEdition>>>;
}

/** Everything that the catalogue knows of a function in one edition. */
export interface FunctionEdition {
  readonly registry: Datum<string>;
  readonly repository: Datum<string>;
  /** The version that the edition plans when none is pinned. */
  readonly version: Datum<string>;
  readonly tag: Datum<TagGrammar>;
  /** What the tag `latest` serves. */
  readonly latest: Datum<LatestTag>;
  /** What the documents call minimum and recommended, without the model. */
  readonly size: { readonly minimum: Datum<Size>; readonly recommended: Datum<Size> };
  readonly modelMemory?: Datum<ModelMemory>;
  /** What one container takes on at the same time, by kind of use. */
  readonly loads?: Readonly<Partial<Record<ExpectedUse, Datum<LoadRule>>>>;
  /** The port on which the container listens. */
  readonly containerPort: Datum<number>;
  /** Protocol of the host URL that the Speech SDK takes. */
  readonly hostProtocol: Datum<"ws" | "http">;
  /** Where clients send queries: below the host URL, chosen by the Speech SDK or written by hand. */
  readonly paths: readonly Datum<string>[];
  /** Settings in the documented order, which must be kept. */
  readonly settings: readonly Datum<SettingEntry>[];
  /** How a container asks Text Analytics for sentiment, by version, oldest first; absent: it never asks. */
  readonly sentiment?: Datum<readonly SentimentOperation[]>;
  /** Folder of the container in which a custom model is kept. */
  readonly modelFolder?: Datum<string>;
  /** From which models a custom model must have been trained, as one sentence; absent: any. */
  readonly baseModels?: Datum<string>;
  /** Whether the container answers on `/swagger`. The probe paths are the same in all of them. */
  readonly swagger: Datum<boolean>;
  /** From which version on it can run without a connection to Azure, on a licence; absent: never. */
  readonly disconnectedSince?: Datum<string>;
  readonly retirement?: Datum<Retirement>;
  /** Every version that a source names, oldest first. */
  readonly releases: readonly Release[];
}

export interface TagGrammar {
  /** Tags are version and language, such as `3.0-en`, and nothing else. */
  readonly language?: true;
  readonly locale: boolean;
  readonly voice: boolean;
  /** Whether tags end in `-preview`; `by voice`: only those of preview voices do. */
  readonly preview: "always" | "never" | "by voice";
}

export interface LatestTag {
  /** The day or month on which the tag named this. */
  readonly asOf: string;
  /** Absent when the source does not say it. */
  readonly version?: string;
  readonly language?: string;
  readonly locale?: string;
  readonly voice?: string;
}

export interface Size {
  readonly cores: number;
  readonly memoryMiB: number;
}

/** Memory that the language model takes on top of the documented size, in MiB. */
export interface ModelMemory {
  readonly atMinimum: number;
  readonly otherwise: number;
  /** `limit`: part of the container's limit. `engine`: file cache, counted against the engine only. */
  readonly countsAgainst: "limit" | "engine";
}

/** What happens at the same time: people who speak, files that are transcribed, texts that are spoken, languages to tell. */
export type ExpectedUse = "liveStreams" | "fileStreams" | "synthesisRequests" | "detectionRequests";

/** What one container needs for a number of uses at the same time. */
export type LoadRule = {
  /** Beyond this number the documents advise another container. */
  readonly mostInOne: number;
  /** The container is told how many there will be. */
  readonly setsDecoders?: true;
} & (
  | { readonly coresEach: number }
  /** Ascending; the last one holds for `mostInOne`. */
  | { readonly sizes: readonly { readonly upTo: number; readonly size: Size }[] }
);

/** One `Name=value` setting that a container needs to start. */
export interface SettingEntry {
  readonly name: string;
  readonly value: "accept" | "endpoint" | "apiKey" | "modelId";
  /** The account that `endpoint` and `apiKey` are of; absent: the Speech account. */
  readonly account?: "textAnalytics";
  /** A few words, lower case. */
  readonly meaning: string;
}

/** The operation of Text Analytics that an image calls. */
export interface SentimentOperation {
  /** The first version that calls it. */
  readonly since: string;
  /** Path below the host, without a slash before it. */
  readonly path: string;
}

export interface Retirement {
  /** Absent when no source gives one. */
  readonly date?: string;
  readonly reason: string;
  /** A function of the catalogue. */
  readonly replacement?: string;
  /** Only versions below this one are retired; absent: all. */
  readonly below?: string;
}

/** Where images are: a registry and the path in it. */
export interface ImagePlace {
  readonly registry: Datum<string>;
  readonly repository: Datum<string>;
}

/** One version and what the sources say of its images. Versions are not in step: a locale can be missing in some. */
export interface Release {
  readonly version: string;
  readonly sources: readonly SourceId[];
  /** When it came out: a month or a day. Absent when no source says it; the date of the source is an upper bound. */
  readonly published?: string;
  /** In canonical spelling, such as `en-US` and `zh-CN-sichuan`. Absent when no source lists them. */
  readonly locales?: readonly string[];
  /** Absent when no source lists them. */
  readonly voices?: readonly Voice[];
  /** The sources name only some of the locales or voices. */
  readonly partial?: true;
  /** As in the tag, such as `en` and `zht`. */
  readonly languages?: readonly string[];
  /** Voices of earlier versions and what they are called from this one on. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Where the tags of this version differ from the edition's. */
  readonly preview?: TagGrammar["preview"];
  /** Where the images of this version are, if not where the edition's are. */
  readonly place?: ImagePlace;
}

export interface Voice {
  /** Short name as SSML wants it, such as `en-US-AriaNeural`. The tag has it in lower case. */
  readonly name: string;
  readonly locale: string;
  /** The tag of this voice ends in `-preview`. */
  readonly preview: boolean;
}
