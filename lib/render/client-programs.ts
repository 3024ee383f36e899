import type { ContainerPlan, FunctionName } from "../domain";

/** A small program that uses one container. */
export interface ClientProgram {
  readonly language: "JavaScript" | "Python" | "curl";
  /** The file of `examples/clients` that it is made from. */
  readonly file: string;
  readonly text: string;
}

type Source = Pick<ClientProgram, "language" | "file">;

/** Containers that recognize have no REST. */
const recognize: readonly Source[] = [
  { language: "JavaScript", file: "recognize.js" },
  { language: "Python", file: "recognize.py" },
];
const detect: readonly Source[] = [
  { language: "JavaScript", file: "detect.js" },
  { language: "Python", file: "detect.py" },
];
const synthesize: readonly Source[] = [
  { language: "JavaScript", file: "synthesize.js" },
  { language: "Python", file: "synthesize.py" },
  { language: "curl", file: "synthesize.sh" },
];

const analyze: readonly Source[] = [{ language: "curl", file: "sentiment.sh" }];

const programs: Readonly<Partial<Record<string, readonly Source[]>>> = {
  "speech-to-text": recognize,
  "custom-speech-to-text": recognize,
  "text-to-speech": synthesize,
  "custom-text-to-speech": synthesize,
  "neural-text-to-speech": synthesize,
  "language-detection": detect,
  sentiment: analyze,
} satisfies Record<FunctionName, readonly Source[]>;

/** What the files have in the places of a container's own URL, voice and locale. */
const WRITTEN_HOST = /\b(?:ws|http):\/\/localhost:\d+/g;
const WRITTEN_VOICE = /en-US-AriaNeural/g;
const WRITTEN_LOCALE = /(language = |xml:lang=)"en-US"/gi;

/** The programs of a container's function with its URL, voice and locale; what only the user knows is a placeholder. */
export function clientPrograms(container: ContainerPlan, readFile: (file: string) => string): readonly ClientProgram[] {
  const { voice = "{VOICE_NAME}", urls } = container;
  const locale = container.locale ?? /^[a-z]{2,3}-[A-Z]{2}/.exec(voice)?.[0] ?? "{LOCALE}";
  return (programs[container.function] ?? []).map(({ language, file }) => ({
    language,
    file,
    text: readFile(file)
      .replace(WRITTEN_HOST, () => urls.host)
      .replace(WRITTEN_VOICE, () => voice)
      .replace(WRITTEN_LOCALE, (_, start: string) => `${start}"${locale}"`),
  }));
}
