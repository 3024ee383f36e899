import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../../scripts/copy-project";
import { exampleOnPorts, repository, speechContainers, type Result } from "./command-line";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

let project: SandboxedProject;
beforeAll(() => (project = sandboxedProject()));
afterAll(() => project.remove());

/** The account that `existing-account` reads, made by somebody else. */
const shared = `
name: shared
edition: "2025-07"
eula: accept
account:
  name: contoso-speech-shared
  location: westeurope
  resourceGroup: { name: shared-services, create: true }
containers:
  elsewhere: { function: language-detection, port: 7390 }
`;

/** Images of 2020 are in no registry any more: whoever has copies puts them into their own. */
const retired = ["speech-to-text", "custom-speech-to-text", "text-to-speech", "custom-text-to-speech"].map(
  (name) => `containerpreview.azurecr.io/microsoft/cognitive-services-${name}:latest`,
);

interface Preparation {
  readonly before?: () => Promise<unknown>;
  readonly environment?: Readonly<Record<string, string>>;
}

const examples: readonly (readonly [path: string, firstPort: number, preparation: Preparation])[] = [
  ["four-functions/speech.yaml", 7300, {}],
  ["two-sites/speech.yaml", 7310, {}],
  [
    "existing-account/speech.yaml",
    7320,
    {
      before: async () => {
        project.write("shared.yaml", shared);
        await project.deploy("shared.yaml");
      },
    },
  ],
  [
    "existing-account/endpoint.yaml",
    7330,
    { environment: { TF_VAR_speech_api_key: "0123456789abcdef0123456789abcdef" } },
  ],
  [
    "seed-2020/speech.yaml",
    7340,
    {
      before: async () => {
        for (const reference of retired) await project.run(["sandbox", "image", "add", reference]);
      },
    },
  ],
];

describe("examples in the sandbox", () => {
  it.each(examples)("%s deploys, and the second plan is empty", async (path, firstPort, { before, environment }) => {
    project.write("example.yaml", exampleOnPorts(path, firstPort));
    await project.run(["sandbox", "up"]);
    await before?.();
    const deployed = await project.deploy("example.yaml", environment);
    expect({ code: deployed.code, stderr: deployed.stderr }).toEqual({ code: 0, stderr: "" });
    const planned = await project.run(["plan", "example.yaml", "--sandbox", "--detailed-exitcode"], environment);
    expect({ code: planned.code, stderr: planned.stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("platform-team, an app of its own in TypeScript, deploys, and the second plan is empty", async () => {
    const clone = mkdtempSync(join(tmpdir(), "speech-clone-"));
    await copyProject(clone);
    symlinkSync(join(repository, "dist"), join(clone, "dist"));
    const folder = join(clone, "examples", "platform-team");
    writeFileSync(join(folder, "main.ts"), exampleOnPorts("platform-team/main.ts", 7350));
    const run = (...words: string[]): Promise<Result> => speechContainers(folder, [...words, "--sandbox"]);
    expect(await run("deploy", "--auto-approve")).toMatchObject({ code: 0, stderr: "" });
    expect(await run("plan", "--detailed-exitcode")).toMatchObject({ code: 0, stderr: "" });
    expect((await run("output")).stdout).toMatch(/captions {2}ws:\/\/gpu-1\.contoso\.example:7350\n/);
    await speechContainers(folder, ["sandbox", "down"]);
    rmSync(clone, { recursive: true });
  });

  it("are all tried here", () => {
    const written = readdirSync(join(repository, "examples"), { recursive: true, encoding: "utf8" });
    const configurations = written.filter((path) => path.endsWith(".yaml"));
    expect(examples.map(([path]) => path).sort()).toEqual(configurations.sort());
  });
});
