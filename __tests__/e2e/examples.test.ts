import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWaveHeader } from "../../lib/sandbox/speech/audio/riff";
import { copyProject } from "../../scripts/copy-project";
import { spokenBytes } from "../sandbox/speech/support/audio";
import { allFilesBelow, exampleOnPorts, repository, speechContainers, until, type Result } from "./command-line";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";
import { recognizeOnce } from "./speech/support/sdk";

let project: SandboxedProject;
beforeAll(() => (project = sandboxedProject()));
afterAll(() => project.remove());

/** Images of 2020 are in no registry any more: whoever has copies puts them into their own. */
const retired = ["speech-to-text", "custom-speech-to-text", "text-to-speech", "custom-text-to-speech"].map(
  (name) => `containerpreview.azurecr.io/microsoft/cognitive-services-${name}:latest`,
);

/** By models.test.ts. */
const triedWithModels = ["custom-models", "disconnected"].map((folder) => join(folder, "speech.yaml"));
const mirror = "registry.contoso.example/speech/azure-cognitive-services/speechservices/speech-to-text";

interface Preparation {
  readonly before?: () => Promise<unknown>;
  readonly environment?: () => Readonly<Record<string, string>>;
  /** What is true of this example alone, once it is deployed. */
  readonly after?: () => Promise<void>;
}

/** All three answer, and what the first and the last one hear they have judged: by the companion, and by the cloud. */
async function resultsCarrySentiment(firstPort: number): Promise<void> {
  const verified = await project.run(["verify", "example.yaml", "--sandbox", "--json"]);
  const { containers } = JSON.parse(verified.stdout) as { containers: readonly { name: string; well: boolean }[] };
  expect(containers.map(({ name }) => name)).toEqual(["captions", "live", "tone"]);
  expect(verified.code).toBe(0);
  const audio = await spokenBytes("What a wonderful day.");
  const wav = Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, audio.length), audio]);
  const properties = { "speechcontext-PhraseOutput.Simple.Extensions": '["Sentiment"]' };
  for (const port of [firstPort, firstPort + 2]) {
    const { results } = await recognizeOnce(port, wav, { properties });
    expect(JSON.parse(results[0]?.json ?? "")).toMatchObject({
      DisplayText: "What a wonderful day.",
      Sentiment: { Negative: 0.01, Neutral: 0.2, Positive: 0.79 },
    });
  }
}

const PROXY_CREDENTIALS = "operator:planted-password";

/** Levels and files of logs are as set, and the secret of the proxy is in nothing that was printed. */
async function logsAreAsSet(): Promise<void> {
  const logs = async (name: string) => (await project.run(["sandbox", "logs", `contoso-studio-${name}`])).stdout;
  expect(await logs("captions")).toContain("Application started.");
  expect(await logs("narrator")).toBe("");
  const files = allFilesBelow(join(project.folder, ".sandbox")).filter(({ path }) => path.endsWith("log-1.json"));
  expect(files.map(({ text }) => text)).toEqual([expect.stringContaining('"message":"Application started.')]);
  expect(project.printed()).not.toContain(PROXY_CREDENTIALS);
}

/** Each on ten ports of its own: they stand side by side in one sandbox. */
const portsOf = (path: string): number => 9_300 + 10 * examples.findIndex(([each]) => each === path);

const examples: readonly (readonly [path: string, preparation: Preparation])[] = [
  ["four-functions/speech.yaml", {}],
  ["two-sites/speech.yaml", {}],
  ["sentiment/speech.yaml", { after: () => resultsCarrySentiment(portsOf("sentiment/speech.yaml")) }],
  ["expected-load/speech.yaml", {}],
  [
    "settings/speech.yaml",
    {
      environment: () => ({ TF_VAR_speech_proxy_credentials: PROXY_CREDENTIALS }),
      after: logsAreAsSet,
    },
  ],
  [
    "existing-account/speech.yaml",
    {
      before: () => project.run(["sandbox", "account", "add", "contoso-speech-shared", "shared-services"]),
    },
  ],
  [
    "existing-account/endpoint.yaml",
    {
      before: () => project.run(["sandbox", "account", "add", "contoso-edge", "edge", "--key-file", "edge.key"]),
      environment: () => ({ TF_VAR_speech_api_key: readFileSync(join(project.folder, "edge.key"), "utf8").trim() }),
    },
  ],
  [
    "mirror/speech.yaml",
    {
      before: async () => {
        for (const tag of ["4.12.0-amd64-en-us", "4.10.0-amd64-zh-cn-sichuan"]) {
          await project.run(["sandbox", "image", "add", `${mirror}:${tag}`, "--login", "puller"]);
        }
      },
      environment: () => ({ TF_VAR_speech_registry_password_registry_contoso_example: "any" }),
    },
  ],
  [
    "seed-2020/speech.yaml",
    {
      before: async () => {
        for (const reference of retired) await project.run(["sandbox", "image", "add", reference]);
      },
    },
  ],
];

/** Whether the key of every container that runs was found valid. */
async function allKeysAreValid(): Promise<boolean> {
  const { stdout } = await project.run(["sandbox", "status", "--json"]);
  const { containers } = JSON.parse(stdout) as { containers: readonly { apiStatus?: string }[] };
  return containers.every(({ apiStatus }) => apiStatus === "Valid");
}

describe("examples in the sandbox", () => {
  it.each(examples)(
    "%s deploys, its keys are valid, and the second plan is empty",
    async (path, { before, environment, after }) => {
      project.write("example.yaml", exampleOnPorts(path, portsOf(path)));
      await project.run(["sandbox", "up"]);
      await before?.();
      const deployed = await project.deploy("example.yaml", environment?.());
      expect({ code: deployed.code, stderr: deployed.stderr }).toEqual({ code: 0, stderr: "" });
      await until(allKeysAreValid);
      const planned = await project.run(["plan", "example.yaml", "--sandbox", "--detailed-exitcode"], environment?.());
      expect({ code: planned.code, stderr: planned.stderr }).toEqual({ code: 0, stderr: "" });
      await after?.();
    },
  );

  it("platform-team, an app of its own in TypeScript, deploys, and the second plan is empty", async () => {
    const clone = mkdtempSync(join(tmpdir(), "speech-clone-"));
    await copyProject(clone);
    symlinkSync(join(repository, "dist"), join(clone, "dist"));
    const folder = join(clone, "examples", "platform-team");
    writeFileSync(join(folder, "main.ts"), exampleOnPorts("platform-team/main.ts", 9_290));
    const run = (...words: string[]): Promise<Result> => speechContainers(folder, [...words, "--sandbox"]);
    expect(await run("deploy", "--auto-approve")).toMatchObject({ code: 0, stderr: "" });
    expect(await run("plan", "--detailed-exitcode")).toMatchObject({ code: 0, stderr: "" });
    expect((await run("output")).stdout).toMatch(/captions {2}ws:\/\/gpu-1\.contoso\.example:9290\n/);
    await speechContainers(folder, ["sandbox", "down"]);
    rmSync(clone, { recursive: true });
  });

  it("a key goes into a file for its user alone, and not onto the screen", async () => {
    const file = join(project.folder, "other.key");
    project.write("other.key", "open to all");
    chmodSync(file, 0o644);
    const { stdout } = await project.run([
      "sandbox",
      "regenerate-key",
      "contoso-edge",
      "key2",
      "--key-file",
      "other.key",
    ]);
    expect(stdout).toBe(
      "In the sandbox, key2 of the account contoso-edge was regenerated.\nIts key2 is in other.key.\n",
    );
    expect([statSync(file).mode & 0o777, readFileSync(file, "utf8")]).toEqual([
      0o600,
      expect.stringMatching(/^\w{84}\n$/),
    ]);
    expect(project.printed()).not.toContain(readFileSync(file, "utf8").trim());
  });

  it("no account is made whose key could not be kept", async () => {
    const words = ["sandbox", "account", "add", "late", "edge", "--key-file"];
    expect(await project.run([...words, join("none", "late.key")])).toMatchObject({ code: 2 });
    expect(await project.run([...words, "late.key"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("are all tried here", () => {
    const written = readdirSync(join(repository, "examples"), { recursive: true, encoding: "utf8" });
    const configurations = written.filter(
      (path) => path.endsWith(".yaml") && /^eula:/m.test(readFileSync(join(repository, "examples", path), "utf8")),
    );
    expect([...examples.map(([path]) => path), ...triedWithModels].sort()).toEqual(configurations.sort());
  });
});
