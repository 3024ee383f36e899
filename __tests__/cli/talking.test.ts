import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTalk } from "../../lib/cli/proof";
import { run } from "../../lib/cli/run";
import { renderTalk, talkJson } from "../../lib/cli/talking";
import type { Talk, VerifyTarget } from "../../lib/operate";
import { wordErrors } from "../../lib/operate/word-error-rate";
import { recordingTerminal } from "./recording-terminal";

const target = (name: string): VerifyTarget => ({
  name,
  hostUrl: `http://${name}`,
  readyUrl: `http://${name}/ready`,
  statusUrl: `http://${name}/status`,
});
const said = "Good morning. The train to Leeds leaves at nine.";
const pair = {
  speaker: { ...target("narrator"), voice: "en-US-AriaNeural" },
  listener: { ...target("captions"), locale: "en-US" },
  text: said,
};
const talkThat = (heard: string | undefined, problem?: Talk["problem"]): Talk => ({
  pair,
  audioSeconds: 3.94,
  ...(heard === undefined ? {} : { heard, wordErrors: wordErrors(said, heard) }),
  ...(problem === undefined ? {} : { problem }),
  seconds: 1.26,
});

describe("a round trip on the screen", () => {
  it("shows who talked, the share of wrong words, and both texts below each other", () => {
    expect(renderTalk(talkThat("Good morning. The train to Leads leaves at nine."), recordingTerminal())).toBe(
      [
        "  narrator -> captions   11 % word errors",
        "  said      Good morning. The train to Leeds leaves at nine.",
        "  heard     Good morning. The train to Leads leaves at nine.",
      ].join("\n"),
    );
  });

  it("names what is wrong and what to do when no words were heard", () => {
    const problem = { code: "SPC816", sentence: "captions heard no words of what narrator said" } as const;
    const text = renderTalk(talkThat("", problem), recordingTerminal());
    expect(text).toMatch(/heard {5}\(no words\)\n\n {2}SPC816 {2}captions heard no words.*\n\n {2}Compare/);
  });

  it("has nothing heard where nobody spoke", () => {
    const problem = { code: "SPC814", sentence: "narrator did not speak: 503 Service Unavailable" } as const;
    const text = renderTalk(talkThat(undefined, problem), recordingTerminal());
    expect(text).not.toContain("heard");
    expect(text).toMatch(/^ {2}narrator -> captions\n {2}said .*\n\n {2}SPC814/);
  });

  it("is data for machines", () => {
    expect(talkJson(talkThat(said))).toEqual({
      speaker: "narrator",
      listener: "captions",
      voice: "en-US-AriaNeural",
      locale: "en-US",
      said,
      heard: said,
      audioSeconds: 3.9,
      wordErrors: { words: 9, substitutions: 0, deletions: 0, insertions: 0, rate: 0 },
      code: undefined,
      sentence: undefined,
      seconds: 1.3,
    });
  });
});

describe("wrong usage of say, hear and set", () => {
  const folder = mkdtempSync(join(tmpdir(), "cli-talk-"));
  writeFileSync(join(folder, "text.wav"), "no audio");

  it.each([
    [["say"], /SPC620 .*name is missing/],
    [["say", "narrator"], /SPC620 .*text is missing/],
    [["say", "--url", "http://localhost:1"], /SPC620 .*text is missing/],
    [["say", "narrator", "Hello", "--url", "http://localhost:1"], /SPC620 .*both name a container.*Name one/s],
    [["say", "Hello", "--url", "localhost"], /SPC620 .*"localhost" is not a URL/],
    [["say", "Hello", "--url", "http://localhost:1"], /SPC620 .*voice of localhost:1 is not known.*--voice/s],
    [["hear"], /SPC620 .*name is missing/],
    [["hear", "captions"], /SPC620 .*file is missing/],
    [["hear", "none.wav", "--url", "ws://localhost:1"], /SPC626 .*"none.wav" cannot be read \(ENOENT\)/],
    [["hear", "text.wav", "--url", "ws://localhost:1"], /SPC626 .*not a WAV file.*ffmpeg/s],
    [["verify", "--talk", "--url", "ws://localhost:1"], /SPC817 .*of\s+one language.*say and hear/s],
    [["sandbox", "set", "captions"], /SPC620 .*nothing is to be set.*--billing, --slow or --crash/s],
    [["sandbox", "set", "captions", "--billing", "none"], /SPC620 .*Allowed choices\s+are offline, busy/s],
    [["sandbox", "set", "captions", "--crash"], /SPC701 .*not running/],
  ])("%j ends with 2 and says why", async (words, expected) => {
    const terminal = recordingTerminal({ workingFolder: folder });
    expect(await run(words, terminal)).toBe(2);
    expect(terminal.err()).toMatch(expected);
  });

  it("a container that does not answer is unwell: 1, with its own words", async () => {
    const terminal = recordingTerminal({ workingFolder: folder });
    const words = ["say", "Hello", "--url", "http://127.0.0.1:1", "--voice", "en-US-AriaNeural"];
    expect(await run(words, terminal)).toBe(1);
    expect(terminal.out()).toMatch(/127\.0\.0\.1:1 did not speak.*SPC814 .*did not speak: .+Run verify/s);
    expect(terminal.err()).toBe("");
  });
});

describe("without the Speech SDK", () => {
  beforeEach(() => {
    jest.doMock("microsoft-cognitiveservices-speech-sdk", () => {
      throw Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" });
    });
  });
  afterEach(() => jest.dontMock("microsoft-cognitiveservices-speech-sdk"));

  it.each([[["hear", "a.wav", "--url", "ws://localhost:1"]], [["verify", "--talk", "--url", "ws://localhost:1"]]])(
    "%j says how to install it",
    async (words) => {
      const terminal = recordingTerminal();
      expect(await run(words, terminal)).toBe(2);
      expect(terminal.err()).toMatch(/SPC625 .*Speech SDK is not installed.*npm install microsoft-cognitive/s);
    },
  );

  it("try talks with nobody, and knows why", () => {
    expect(findTalk([])).toEqual({ left: "the Speech SDK is not installed" });
  });
});
