import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readWav } from "../../lib/operate";
import { exampleOnPorts, until, type Result } from "./command-line";
import { smallConfiguration } from "./configuration";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const HARD_TEXT = "Zwölf Boxkämpfer jagen Viktor; 日本語 und 🚂 <&> dazu.";
const example = join("examples", "four-functions", "speech.yaml");
const at = ["--sandbox", "--config", example] as const;
const VOICE = "en-US-AriaNeural";

let project: SandboxedProject;
let tried: Result;
beforeAll(async () => {
  project = sandboxedProject();
  mkdirSync(join(project.folder, "examples", "four-functions"), { recursive: true });
  writeFileSync(join(project.folder, example), exampleOnPorts("four-functions/speech.yaml", 7960));
  tried = await project.run(["try"]);
});
afterAll(() => project.remove());

const wavAt = (...path: readonly string[]) => readWav(readFileSync(join(project.folder, ...path)));
const json = async (words: readonly string[]): Promise<{ code: number; said: Record<string, unknown> }> => {
  const { code, stdout } = await project.run([...words, "--json"]);
  return { code, said: JSON.parse(stdout) as Record<string, unknown> };
};

describe("try", () => {
  it("lets one container say a sentence and another hear the same", () => {
    expect(tried).toMatchObject({ code: 0, stderr: "" });
    expect(tried.stdout).toMatch(/\[6\/6\] talk {8}narrator -> hello\.wav \(\d\.\d s\) -> captions +\d+\.\d s\n/);
    expect(tried.stdout).toContain(`\n  said      ${SENTENCE}\n  heard     ${SENTENCE}\n`);
    expect(tried.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(wavAt(".sandbox", "hello.wav")).toMatchObject({ encoding: "pcm", sampleRate: 16_000 });
  });

  it("names a command that speaks on, and that works as it stands", async () => {
    const [, command = ""] = /speak to it +npx speech-containers (.*\n?.*) *\n {2}change it/.exec(tried.stdout) ?? [];
    const words = command.replace("\\\n", " ").split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const { code, stdout } = await project.run(words.map((word) => word.replaceAll('"', "")));
    expect(code).toBe(0);
    expect(stdout).toMatch(/say +narrator -> out\.wav \(\d\.\d s\).*said {6}Any sentence\n/s);
  });

  it("only verifies where no two containers have a language in common, and says so", async () => {
    project.write("alone.yaml", smallConfiguration({ name: "alone", firstPort: 7970, locale: "de-DE" }));
    const { code, stdout } = await project.run(["try", "alone.yaml"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\[6\/6\] verify +3 of 3 answer/);
    expect(stdout).toMatch(/\n {2}no talk: the deployment has no [\w\s-]* of\s+one\s+language\n/);
    expect(stdout).not.toContain("speak to it");
  });
});

describe("say and hear", () => {
  it("carry any text from one container of the deployment to another", async () => {
    expect(await project.run(["say", "narrator", HARD_TEXT, ...at, "-o", "hard.wav"])).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await project.run(["hear", "captions", "hard.wav", ...at]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`\n  heard     ${HARD_TEXT}\n`);
  });

  it("need no deployment with a URL", async () => {
    const words = ["say", "Hello", "--url", "http://localhost:7961", "--voice", VOICE, "-o", "url.wav"];
    expect(await json(words)).toMatchObject({
      code: 0,
      said: { sandbox: false, container: "localhost:7961", voice: VOICE, said: "Hello", file: "url.wav" },
    });
    expect(await json(["hear", "url.wav", "--url", "ws://localhost:7960"])).toMatchObject({
      code: 0,
      said: { heard: "Hello", locale: "en-US", phrases: [{ text: "Hello" }] },
    });
  });

  it("hear no words in silence: 1", async () => {
    const spoken = readFileSync(join(project.folder, "url.wav"));
    writeFileSync(join(project.folder, "silence.wav"), Buffer.concat([spoken.subarray(0, 44), Buffer.alloc(32_000)]));
    const { code, stdout } = await project.run(["hear", "captions", "silence.wav", ...at]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/SPC815 {2}captions heard no words/);
  });

  it("name the nearest container, and what a container cannot do: 2", async () => {
    const unknown = await project.run(["say", "narator", "Hello", ...at]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/SPC623 .*"narator" is not a container.*Nearest: narrator/s);
    const deaf = await project.run(["hear", "narrator", "url.wav", ...at]);
    expect(deaf.code).toBe(2);
    expect(deaf.stderr).toMatch(/does not\s+listen.*captions/s);
  });

  it("a voice that the container does not have is its own refusal: 1", async () => {
    const { code, said } = await json(["say", "narrator", "Hello", "--voice", VOICE.toLowerCase(), ...at]);
    expect({ code, said }).toMatchObject({ code: 1, said: { code: "SPC814" } });
    expect(said.sentence).toContain("Voice does not match");
  });
});

describe("verify --talk", () => {
  it("shows the round trip and its word error rate", async () => {
    const { code, stdout } = await project.run(["verify", "--talk", ...at]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/talk +1 of 1 understood/);
    expect(stdout).toMatch(/narrator -> captions {3}0 % word errors\n {2}said {6}Good.*\n {2}heard {5}Good/);
    expect(await json(["verify", "--talk", ...at])).toMatchObject({
      said: { talks: [{ speaker: "narrator", listener: "captions", heard: SENTENCE, wordErrors: { rate: 0 } }] },
    });
  });

  it("cannot be done without two containers of one language: 2", async () => {
    const { code, stderr } = await project.run(["verify", "alone.yaml", "--talk", "--sandbox"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/SPC817/);
  });
});

describe("sandbox set", () => {
  /** By the name on the engine: two deployments have a narrator here. */
  const set = (name: string, ...words: readonly string[]) =>
    project.run(["sandbox", "set", `contoso-speech-${name}`, ...words]);
  const verified = async (): Promise<string> => {
    const { said } = await json(["verify", ...at, "--timeout", "10s"]);
    const one = (said.containers as Record<string, string>[]).find(({ name }) => name === "narrator");
    return [one?.verdict, one?.code, one?.apiStatus].filter((word) => word !== undefined).join(" ");
  };
  const said = async (): Promise<string> => {
    const answer = await json(["say", "Hello", "--url", "http://localhost:7961", "--voice", VOICE, "-o", "set.wav"]);
    return answer.code === 0 ? "speaks" : String(answer.said.sentence).replace(/^.*did not speak: /, "");
  };

  it.each([
    ["invalid-key", "refuses SPC801 Invalid", /^401 /],
    ["mismatch", "refuses SPC802 Mismatch", /^401 /],
    ["out-of-quota", "refuses SPC805 OutOfQuota", /^429 /],
    ["unauthorized", "refuses SPC806 ContainerUseUnauthorized", /^403 /],
    ["offline", "refuses SPC803 CouldNotConnect", /^503 /],
    ["valid", "answers Valid", /^speaks$/],
    ["busy", "refuses SPC804 BillingEndpointBusy", /^speaks$/],
    ["valid", "answers Valid", /^speaks$/],
  ])("--billing %s shows at once, in verify as %s and in what is answered", async (word, expected, answer) => {
    expect(await set("narrator", "--billing", word)).toMatchObject({ code: 0 });
    expect(await verified()).toBe(expected);
    expect(await said()).toMatch(answer);
  });

  it("--billing offline serves until ten tries, which the clock brings near, and then no more until it ends", async () => {
    await set("narrator", "--billing", "offline");
    expect(await said()).toBe("speaks");
    await project.run(["sandbox", "up", "--clock", "6000"]);
    await until(async () => (await said()).startsWith("503 "));
    const { stdout } = await project.run(["sandbox", "logs", "contoso-speech-narrator"]);
    expect(stdout).toContain("No answer in 10 tries: queries are refused until there is one.");
    await project.run(["sandbox", "up", "--clock", "1"]);
    await set("narrator", "--billing", "valid");
    expect(await said()).toBe("speaks");
  });

  it("--slow answers as much later, until it is 0s", async () => {
    await set("narrator", "--slow", "1500ms");
    const slow = await json(["say", "Hello", "--url", "http://localhost:7961", "--voice", VOICE]);
    expect(slow.said.seconds).toBeGreaterThanOrEqual(1.5);
    await set("narrator", "--slow", "0s");
    const quick = await json(["say", "Hello", "--url", "http://localhost:7961", "--voice", VOICE]);
    expect(quick.said.seconds).toBeLessThan(1.5);
  });

  it("--crash ends the program, its restart policy brings it back, and the trouble is over", async () => {
    await set("narrator", "--billing", "invalid-key");
    await project.run(["sandbox", "up", "--loading", "3s"]);
    expect(await set("narrator", "--crash")).toMatchObject({ code: 0 });
    expect(await said()).not.toBe("speaks");
    expect(await verified()).toBe("answers Valid");
    await project.run(["sandbox", "up", "--loading", "300ms"]);
    const { stdout } = await project.run(["sandbox", "logs", "contoso-speech-narrator"]);
    expect(stdout).toContain("Unhandled exception: the crash that was asked for.");
  });

  it.each([
    ["a container that is not there", "none", ["--crash"], "SPC703"],
    ["a delay that is none", "narrator", ["--slow", "soon"], "SPC705"],
  ])("refuses %s", async (_name, container, words, code) => {
    const { code: exit, stderr } = await set(container, ...words);
    expect(exit).toBe(2);
    expect(stderr).toContain(code);
  });

  it("refuses a container that does not run", async () => {
    await project.run(["sandbox", "stop", "languages"]);
    expect(await set("languages", "--billing", "offline")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("SPC706") as string,
    });
  });
});

test("try down leaves no audio", async () => {
  await project.run(["try", "down"]);
  expect(existsSync(join(project.folder, ".sandbox"))).toBe(false);
});
