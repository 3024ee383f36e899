import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readClientProgram } from "../../../lib/cli/package";
import { containersOf, explainContainer } from "../../../lib/render";
import { project } from "../../../scripts/copy-project";
import { MODEL_ID, captions, deployment, planOf, textAnalytics } from "../../domain/requests";
import { startContainer, type TestContainer } from "./support/container";
import { preparePython, pythonIsMissing, pythonProgram } from "./support/python";

const SENTENCE = "Good morning.";
const VOICE = "en-US-AriaNeural";

const missing = pythonIsMissing();
const testWithPython = missing === undefined ? test : test.skip;
if (missing !== undefined) process.stderr.write(`skipped: the Python programs of explain are not tried, ${missing}\n`);

const folder = mkdtempSync(join(tmpdir(), "speech-clients-"));
const containers = new Map<string, TestContainer>();

beforeAll(async () => {
  if (missing === undefined) await preparePython();
  containers.set("speech-to-text", await startContainer({ function: "speech-to-text" }));
  containers.set("custom-speech-to-text", await startContainer({ function: "custom-speech-to-text" }));
  containers.set("language-detection", await startContainer({ function: "language-detection" }));
  containers.set("sentiment", await startContainer({ function: "sentiment" }));
  containers.set("neural-text-to-speech", await startContainer({ function: "neural-text-to-speech", voice: VOICE }));
  await run("neural-text-to-speech", "synthesize.sh");
});

afterAll(async () => {
  await Promise.all([...containers.values()].map((container) => container.close()));
  rmSync(folder, { recursive: true });
});

const serves: Readonly<Record<string, Parameters<typeof captions>[0]>> = {
  "speech-to-text": {},
  "custom-speech-to-text": { locale: undefined, modelId: MODEL_ID },
  "language-detection": { locale: undefined },
  "neural-text-to-speech": { locale: undefined, voice: VOICE },
  sentiment: { locale: undefined },
};

/** The program as `explain` prints it, for the simulated container of that function. */
function printed(functionName: string, file: string): string {
  const request = captions({
    function: functionName,
    ...serves[functionName],
    port: containers.get(functionName)?.port,
  });
  const [found] = containersOf(planOf(deployment([request], { textAnalytics })));
  const explanation = found && explainContainer(found.site, found.container, readClientProgram);
  return explanation?.clients.find((client) => client.file === file)?.text.replace("{LOCALE}", "en-US") ?? "";
}

/** What the program prints. The native Python SDK at times aborts after all work is done, so exit codes are not looked at. */
function run(functionName: string, file: string, ...words: readonly string[]): Promise<string> {
  const path = join(folder, file);
  writeFileSync(path, printed(functionName, file));
  const program = file.endsWith(".js") ? process.execPath : file.endsWith(".py") ? pythonProgram : "sh";
  const options = { cwd: folder, timeout: 60_000, env: { ...process.env, NODE_PATH: join(project, "node_modules") } };
  return new Promise((resolve) => {
    execFile(program, [path, ...words], options, (_, stdout, stderr) => resolve((stdout + stderr).trim()));
  });
}

test("what the curl program writes is heard by the JavaScript one", async () => {
  expect(await run("speech-to-text", "recognize.js", "hello.wav")).toBe(SENTENCE);
});

test("what the JavaScript program says is heard by the JavaScript one", async () => {
  expect(await run("neural-text-to-speech", "synthesize.js", "Der Zug nach Leeds.")).toBe("hello.wav");
  expect(await run("custom-speech-to-text", "recognize.js", "hello.wav")).toBe("Der Zug nach Leeds.");
});

test("the JavaScript program names the language", async () => {
  expect(await run("language-detection", "detect.js", "hello.wav")).toBe("en-US");
});

test("the curl program of sentiment tells how positive a text is", async () => {
  const answer = JSON.parse(await run("sentiment", "sentiment.sh")) as { documents: readonly { sentiment: string }[] };
  expect(answer.documents.map(({ sentiment }) => sentiment)).toEqual(["positive"]);
});

testWithPython("what the Python program says is heard by the Python one", async () => {
  expect(await run("neural-text-to-speech", "synthesize.py", "Seven trains.")).toBe("hello.wav");
  expect(await run("speech-to-text", "recognize.py", "hello.wav")).toBe("Seven trains.");
});

testWithPython("the Python program names the language", async () => {
  expect(await run("language-detection", "detect.py", "hello.wav")).toBe("en-US");
});

describe("a container that refuses queries", () => {
  const silence = "hello.wav";

  test.each([
    ["speech-to-text", "recognize.js", silence],
    ["language-detection", "detect.js", silence],
    ["neural-text-to-speech", "synthesize.js", SENTENCE],
    ["neural-text-to-speech", "synthesize.sh", ""],
  ])("%s: %s ends and says why", async (functionName, file, word) => {
    containers.get(functionName)?.refuse("Invalid");
    expect(await run(functionName, file, word)).toMatch(/401|1006|Unable to contact server/);
    containers.get(functionName)?.refuse(undefined);
  });

  // The Python SDK at times reports a refused short file as a timeout.
  testWithPython.each([
    ["speech-to-text", "recognize.py", silence],
    ["language-detection", "detect.py", silence],
    ["neural-text-to-speech", "synthesize.py", SENTENCE],
  ])("%s: %s ends and says that it failed", async (functionName, file, word) => {
    containers.get(functionName)?.refuse("Invalid");
    expect(await run(functionName, file, word)).toMatch(/401|Authentication|Timeout/);
    containers.get(functionName)?.refuse(undefined);
  });
});
