import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sdk from "microsoft-cognitiveservices-speech-sdk";
import { outputFormatNamed } from "../../../lib/sandbox/speech/audio/formats";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { synthesisPaths } from "../../../lib/sandbox/speech/synthesis/rest";
import { heard, spokenBytes } from "../../sandbox/speech/support/audio";
import { startContainer, type TestContainer } from "./support/container";
import { preparePython, pythonIsMissing, runPythonJobs } from "./support/python";
import { recognizeContinuously, recognizeOnce, synthesize } from "./support/sdk";

const listeners = ["speech-to-text", "custom-speech-to-text"] as const;
const detectors = ["language-detection"] as const;
const speakers = ["text-to-speech", "custom-text-to-speech", "neural-text-to-speech"] as const;

const utterances = ["once", "once, dictation", "continuous", "continuous, dictation"] as const;
const results = ["simple", "detailed"] as const;
/** As both SDKs spell them. */
const audio = {
  Raw8Khz16BitMonoPcm: "raw-8khz-16bit-mono-pcm",
  Raw8Khz8BitMonoMULaw: "raw-8khz-8bit-mono-mulaw",
  Raw8Khz8BitMonoALaw: "raw-8khz-8bit-mono-alaw",
  Raw16Khz16BitMonoPcm: "raw-16khz-16bit-mono-pcm",
  Raw24Khz16BitMonoPcm: "raw-24khz-16bit-mono-pcm",
  Riff8Khz16BitMonoPcm: "riff-8khz-16bit-mono-pcm",
  Riff8Khz8BitMonoMULaw: "riff-8khz-8bit-mono-mulaw",
  Riff8Khz8BitMonoALaw: "riff-8khz-8bit-mono-alaw",
  Riff16Khz16BitMonoPcm: "riff-16khz-16bit-mono-pcm",
  Riff24Khz16BitMonoPcm: "riff-24khz-16bit-mono-pcm",
} as const;
const formats = Object.keys(audio) as (keyof typeof audio)[];

/**
 * What is tried with the real SDKs: every function with every mode and format of its row. The JavaScript SDK has neither a
 * language recognizer nor a REST back end.
 */
const matrix = [
  { sdk: "JavaScript", functions: listeners, modes: utterances, formats: results },
  { sdk: "Python", functions: listeners, modes: utterances, formats: results },
  { sdk: "JavaScript", functions: detectors, modes: ["once", "continuous"], formats: results },
  {
    sdk: "Python",
    functions: detectors,
    modes: ["once", "continuous", "recognizer, once", "recognizer, continuous"],
    formats: results,
  },
  { sdk: "JavaScript", functions: speakers, modes: ["host", "endpoint"], formats },
  { sdk: "Python", functions: speakers, modes: ["host", "endpoint", "REST"], formats },
] as const;

type Function = (typeof matrix)[number]["functions"][number];
type Format = (typeof matrix)[number]["formats"][number];
interface Cell {
  readonly function: Function;
  readonly mode: string;
  readonly format: Format;
}

const cellsOf = (asked: "JavaScript" | "Python"): readonly Cell[] =>
  matrix
    .filter((row) => row.sdk === asked)
    .flatMap((row) =>
      row.functions.flatMap((name) =>
        row.modes.flatMap((mode) => row.formats.map((format): Cell => ({ function: name, mode, format }))),
      ),
    );

const named = (cells: readonly Cell[]) =>
  cells.map((cell) => [`${cell.function} · ${cell.mode} · ${cell.format}`, cell] as const);

const isSpeaker = (cell: Cell): cell is Cell & { readonly format: keyof typeof audio } => cell.format in audio;

const TEXT = "Nine.";
const VOICE = "en-US-AriaNeural";
const GERMAN = "de-DE";
const candidates = ["en-US", GERMAN];

const folder = mkdtempSync(join(tmpdir(), "speech-matrix-"));
const containers = new Map<Function, TestContainer>();
const portOf = ({ function: name }: Cell): number => containers.get(name)?.port ?? 0;
/** Speech of which language a function hears. */
const waves = { german: join(folder, "german.wav"), english: join(folder, "english.wav") };
const waveOf = (cell: Cell): string => (cell.function === "language-detection" ? waves.german : waves.english);

beforeAll(async () => {
  for (const name of [...listeners, ...detectors, ...speakers]) {
    const voice = name.includes("custom") ? {} : { voice: VOICE };
    containers.set(name, await startContainer({ function: name, ...voice }));
  }
  for (const [file, language] of [[waves.german, GERMAN] as const, [waves.english, "en-US"] as const]) {
    const bytes = await spokenBytes(TEXT, language);
    writeFileSync(file, Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, bytes.length), bytes]));
  }
});

afterAll(async () => {
  await Promise.all([...containers.values()].map((container) => container.close()));
  rmSync(folder, { recursive: true });
});

/** What both SDKs tell of the one result. */
interface Found {
  readonly text: string;
  readonly language?: string | null;
  readonly json: string;
}

/** What follows the one utterance is silence, which the language recognizer asks about in a turn of its own. */
function expectRecognized(cell: Cell, all: readonly Found[]): void {
  const found = all.filter(({ json }) => json.includes('"Success"'));
  const isDetector = cell.function === "language-detection";
  expect(found.map(({ text }) => text)).toEqual([isDetector ? "" : TEXT]);
  if (isDetector) expect(found[0]?.language).toBe(GERMAN);
  const { NBest } = JSON.parse(found[0]?.json ?? "{}") as { NBest?: readonly unknown[] };
  if (!cell.mode.startsWith("recognizer")) expect(NBest?.length).toBe(cell.format === "detailed" ? 1 : undefined);
}

async function expectSpoken(format: keyof typeof audio, bytes: Buffer): Promise<void> {
  const made = outputFormatNamed(audio[format]);
  if (made === undefined) throw new Error(`${format} is not simulated`);
  const isWave = bytes.toString("latin1", 0, 4) === "RIFF";
  expect(isWave).toBe(made.container === "riff");
  const wave = isWave ? bytes : Buffer.concat([writeWaveHeader(made, bytes.length), bytes]);
  expect((await heard(wave)).texts).toEqual([TEXT]);
}

describe("the JavaScript Speech SDK", () => {
  const [speaking, hearing] = [
    cellsOf("JavaScript").filter(isSpeaker),
    cellsOf("JavaScript").filter((cell) => !isSpeaker(cell)),
  ];

  test.each(named(hearing))("%s", async (_, cell) => {
    const recognize = cell.mode.startsWith("once") ? recognizeOnce : recognizeContinuously;
    const found = await recognize(portOf(cell), readFileSync(waveOf(cell)), {
      detailed: cell.format === "detailed",
      dictation: cell.mode.endsWith("dictation"),
      ...(cell.function === "language-detection" ? { candidates } : { phrases: ["Contoso"] }),
    });
    expectRecognized(cell, found.results);
  });

  test.each(named(speaking))("%s", async (_, cell) => {
    if (!isSpeaker(cell)) throw new Error("a cell of speech");
    const { audioData } = await synthesize(portOf(cell), TEXT, {
      voice: VOICE,
      format: sdk.SpeechSynthesisOutputFormat[cell.format],
      ...(cell.mode === "endpoint" && { endpoint: synthesisPaths[0] }),
    });
    await expectSpoken(cell.format, Buffer.from(audioData));
  });
});

const missing = pythonIsMissing();
if (missing !== undefined) process.stderr.write(`skipped: the Python Speech SDK is not tried, ${missing}\n`);

(missing === undefined ? describe : describe.skip)("the Python Speech SDK", () => {
  const cells = cellsOf("Python");
  const answers = new Map<Cell, unknown>();
  const fileOf = (cell: Cell): string => join(folder, `${cell.function}-${cell.mode}-${cell.format}`);

  const jobOf = (cell: Cell): Readonly<Record<string, unknown>> =>
    isSpeaker(cell)
      ? {
          do: "synthesize",
          port: portOf(cell),
          text: TEXT,
          voice: VOICE,
          format: cell.format,
          audio: fileOf(cell),
          rest: cell.mode === "REST",
          endpoint: cell.mode === "endpoint" ? synthesisPaths[0] : undefined,
        }
      : {
          do: cell.mode.includes("once") ? "once" : "continuous",
          port: portOf(cell),
          wav: waveOf(cell),
          detailed: cell.format === "detailed",
          dictation: cell.mode.endsWith("dictation"),
          detectOnly: cell.mode.startsWith("recognizer"),
          ...(cell.function === "language-detection" ? { candidates } : { phrases: ["Contoso"] }),
        };

  beforeAll(async () => {
    await preparePython();
    const found = await runPythonJobs(cells.map(jobOf));
    cells.forEach((cell, index) => answers.set(cell, found[index]));
  });

  test.each(named(cells))("%s", async (_, cell) => {
    if (isSpeaker(cell)) {
      expect(answers.get(cell)).toMatchObject({ reason: "SynthesizingAudioCompleted", error: null });
      await expectSpoken(cell.format, readFileSync(fileOf(cell)));
    } else expectRecognized(cell, (answers.get(cell) as { results: readonly Found[] }).results);
  });
});
