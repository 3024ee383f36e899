import { execFileSync } from "node:child_process";
import { isApproved } from "../../lib/cli/approval";
import { stepsThatFailed } from "../../lib/cli/failed-steps";
import { volumesKeptBy } from "../../lib/cli/kept-volumes";
import { mergedOutputs } from "../../lib/cli/outputs";
import { renderFailure } from "../../lib/cli/report";
import { renderExports } from "../../lib/cli/shell-exports";
import { recordingTerminal } from "./recording-terminal";

describe("approval", () => {
  const approval = (options: object, interactive: boolean, answer?: string) =>
    isApproved(
      { words: [], options, terminal: recordingTerminal({ interactive, ask: () => Promise.resolve(answer) }) },
      "Do it?",
    );

  it.each([
    ["yes", true],
    [" yes ", true],
    ["y", false],
    ["YES", false],
    ["", false],
  ])("an answer of %j is %s", async (answer, approved) => {
    await expect(approval({}, true, answer)).resolves.toBe(approved);
  });

  it("is broken off by Ctrl+C", async () => {
    await expect(approval({}, true)).rejects.toMatchObject({
      name: "Interrupted",
      message: "stopped before anything was changed",
    });
  });

  it("is given beforehand by --auto-approve", async () => {
    await expect(approval({ autoApprove: true }, false)).resolves.toBe(true);
  });

  it.each([
    ["there is no terminal", {}, false],
    ["the answer is for a machine", { json: true }, true],
  ])("names the flag when %s", async (_name, options, interactive) => {
    await expect(approval(options, interactive)).rejects.toMatchObject({
      code: "SPC622",
      hint: expect.stringContaining("--auto-approve") as string,
    });
  });
});

describe("what sandbox env prints", () => {
  it("sets each variable to its exact value in a POSIX shell", () => {
    const values = { A: `{"a":"b c"}`, B: 'it\'s $HOME `date` \\ "x"', C: "" };
    const script = `${renderExports(values)} node -e 'console.log(JSON.stringify([process.env.A, process.env.B, process.env.C]))'`;
    const answer = execFileSync("sh", ["-c", script], { encoding: "utf8" });
    expect(JSON.parse(answer)).toEqual(Object.values(values));
  });

  it.each([
    ["fish", `set -gx A 'it\\'s'\n`],
    ["powershell", `$env:A = 'it''s'\n`],
  ])("is written for %s", (shell, expected) => {
    expect(renderExports({ A: "it's" }, shell)).toBe(expected);
  });
});

describe("volumes that destroy leaves", () => {
  const container = (...mounts: object[]) => ({ address: "c", type: "docker_container", values: { mounts } });
  const volume = (source: string) => ({ type: "volume", source });

  it("are those that containers mount, once each, without binds and volumes that Terraform manages", () => {
    const resources = [
      container(volume("speech-model-2"), volume("speech-model-1"), { type: "bind", source: "/srv" }),
      container(volume("speech-model-1"), volume("managed")),
      { address: "v", type: "docker_volume", values: { name: "managed" } },
    ];
    expect(volumesKeptBy(resources)).toEqual(["speech-model-1", "speech-model-2"]);
  });
});

describe("outputs of several stacks", () => {
  const stack = (id: string) => ({ id, folder: `/${id}`, dependencies: [] });
  const site = (name: string, port: number) => ({
    stack: stack(`speech-${name}`),
    outputs: {
      host_urls: { sensitive: false, value: { captions: `ws://${name}:${port}` } },
      containers: { sensitive: false, value: { captions: { site: name } } },
      speech_endpoint: { sensitive: false, value: "https://one" },
    },
  });

  it("are one document, with containers named by site and name", () => {
    expect(mergedOutputs([site("lab", 1), site("hall", 2)])).toEqual({
      host_urls: { "lab/captions": "ws://lab:1", "hall/captions": "ws://hall:2" },
      containers: { "lab/captions": { site: "lab" }, "hall/captions": { site: "hall" } },
      speech_endpoint: "https://one",
    });
  });

  it("keep plain names where only one stack has containers", () => {
    expect(mergedOutputs([site("lab", 1)])).toMatchObject({ host_urls: { captions: "ws://lab:1" } });
  });

  it("never show a sensitive one", () => {
    const outputs = { key: { sensitive: true, value: "secret" } };
    expect(mergedOutputs([{ stack: stack("a"), outputs }])).toEqual({});
  });
});

describe("a failure on the screen", () => {
  it("is one sentence of ours, the tool's own words, and what to do, in this order", () => {
    const failure = { code: "SPC607", message: "what happened", hint: "do this", details: ["Error: port\n\n  with a"] };
    expect(renderFailure(failure, recordingTerminal())).toBe(
      "  SPC607  what happened\n\n    Error: port\n\n      with a\n\n  Do this.",
    );
  });

  it("shows the last lines of long words and says how many are missing", () => {
    const details = [Array.from({ length: 40 }, (_, index) => `line ${index}`).join("\n")];
    const text = renderFailure({ code: "SPC606", message: "m", hint: "h", details }, recordingTerminal());
    expect(text).toContain("(16 lines before these)\n    line 16\n");
    expect(text).toContain("    line 39\n");
  });
});

it("a step that ended badly is made anew; containers that serve and steps that did their work are not", () => {
  const container = (name: string, values: object) => ({
    address: `docker_container.${name}`,
    type: "docker_container",
    values,
  });
  const resources = [
    container("bad_license", { attach: true, exit_code: 1 }),
    container("good_license", { attach: true, exit_code: 0 }),
    container("unknown_license", { attach: true, exit_code: null }),
    container("captions", { attach: false, exit_code: 137 }),
  ];
  expect(stepsThatFailed(resources)).toEqual(["docker_container.bad_license"]);
});
