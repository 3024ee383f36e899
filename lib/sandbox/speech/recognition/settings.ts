/** What a client asks of one turn of recognition. Everything else that it sends is accepted and ignored. */
export interface RecognitionSettings {
  /** `one`: a single utterance; `many`: until the client's audio ends. */
  readonly utterances: "one" | "many";
  readonly isDetailed: boolean;
  /** Silence in seconds after sound that ends a phrase. */
  readonly endSilence: number;
  /** Silence in seconds before any sound after which a single utterance is given up. */
  readonly initialSilence: number;
  /** Present when the client wants to know the language: its candidates, lower case; empty means any. */
  readonly languageCandidates?: readonly string[];
  readonly sentiment: SentimentSettings;
}

/** Where results are to carry sentiment. */
export interface SentimentSettings {
  readonly simpleExtension: boolean;
  readonly detailedExtension: boolean;
  readonly detailedOption: boolean;
  /** Text Analytics model, such as `latest`. */
  readonly modelVersion?: string;
}

export const recognitionPaths = {
  interactive: "/speech/recognition/interactive/cognitiveservices/v1",
  conversation: "/speech/recognition/conversation/cognitiveservices/v1",
  dictation: "/speech/recognition/dictation/cognitiveservices/v1",
  /** Unverified: what the Python SDK's language recognizer asks for; whether a real container serves it is not known. */
  universal: "/speech/universal/v2",
} as const;

/** Seconds; the segmentation default is the documented one, the initial one what a real recognizer waits for in `recognizeOnce`. */
const DEFAULT_END_SILENCE = 0.5;
const DEFAULT_INITIAL_SILENCE = 5;

/**
 * The same setting arrives in the query under its own name, in the query as `speechcontext-a.b.c`, or inside the body of
 * `speech.context`, and each SDK spells names with its own case. All are read as one tree of lower-case names.
 */
export function readSettings(url: URL, context: unknown): RecognitionSettings {
  const tree = lowerCased(isObject(context) ? context : {});
  const query = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    const lower = name.toLowerCase();
    query.set(lower, value);
    if (lower.startsWith("speechcontext-")) place(tree, lower.slice("speechcontext-".length).split("."), parsed(value));
  }
  const read = (path: string): unknown =>
    path.split(".").reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), tree);
  const readText = (path: string): string => {
    const value = read(path);
    return typeof value === "string" || typeof value === "boolean" ? String(value).toLowerCase() : "";
  };
  const milliseconds = (...values: readonly unknown[]): number | undefined => {
    const number = values.map(Number).find((value) => Number.isFinite(value) && value > 0);
    return number === undefined ? undefined : number / 1000;
  };

  const mode = readText("phrasedetection.mode");
  const segmentation = [
    `phrasedetection.${mode}.segmentation.segmentationsilencetimeoutms`,
    "phrasedetection.trailingsilencetimeout",
  ];
  const modelVersion = read("phrasedetection.sentimentanalysis.modelversion");
  const withSentiment = readText("phrasedetection.sentimentanalysis.enabled") !== "false";
  const wants = (path: string): boolean => withSentiment && listOf(read(path)).includes("sentiment");
  const languages = read("languageid.languages");
  return {
    utterances: utterancesOf(url.pathname, mode, readText("languageid.mode")),
    isDetailed: [query.get("format")?.toLowerCase(), readText("phraseoutput.format")].includes("detailed"),
    endSilence:
      milliseconds(
        query.get("segmentationsilencetimeoutms"),
        query.get("endsilencetimeoutms"),
        ...segmentation.map(read),
      ) ?? DEFAULT_END_SILENCE,
    initialSilence:
      milliseconds(query.get("initialsilencetimeoutms"), read("phrasedetection.initialsilencetimeout")) ??
      DEFAULT_INITIAL_SILENCE,
    ...(languages !== undefined && { languageCandidates: listOf(languages).filter((language) => language !== "und") }),
    sentiment: {
      simpleExtension: wants("phraseoutput.simple.extensions"),
      detailedExtension: wants("phraseoutput.detailed.extensions"),
      detailedOption: wants("phraseoutput.detailed.options"),
      ...(typeof modelVersion === "string" && { modelVersion }),
    },
  };
}

function utterancesOf(path: string, mode: string, languageMode: string): "one" | "many" {
  if (path === recognitionPaths.interactive) return "one";
  if (path !== recognitionPaths.universal) return "many";
  return mode === "conversation" || languageMode === "detectcontinuous" ? "many" : "one";
}

type Tree = { [name: string]: unknown };

function isObject(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lowerCased(value: Tree): Tree {
  const tree = Object.create(null) as Tree;
  for (const [name, child] of Object.entries(value))
    tree[name.toLowerCase()] = isObject(child) ? lowerCased(child) : child;
  return tree;
}

function place(tree: Tree, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const child = tree[name];
  const branch = isObject(child) ? child : (Object.create(null) as Tree);
  tree[name] = branch;
  place(branch, rest, value);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item) => String(item).toLowerCase()) : [];
}
