import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appOfRepository, speechContainers } from "./command-line";
import { smallConfiguration } from "./configuration";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

let project: SandboxedProject;
beforeAll(() => {
  project = sandboxedProject();
  project.write("one.yaml", smallConfiguration({ name: "one", firstPort: 7500 }));
});
afterAll(() => project.remove());

/** Lets a script change what our app wrote, as another app could have written it. */
function tamper(script: string): void {
  project.write(
    "tamper.js",
    `const fs = require("node:fs"); const path = process.env.CDKTF_OUTDIR + "/stacks/one/cdk.tf.json";
    const stack = JSON.parse(fs.readFileSync(path, "utf8")); ${script}; fs.writeFileSync(path, JSON.stringify(stack));`,
  );
  project.write("cdktf.json", JSON.stringify({ app: `${appOfRepository} && node tamper.js` }));
}

interface Verified {
  readonly name: string;
  readonly verdict: string;
  readonly code?: string;
}

async function verify(...words: string[]): Promise<{ readonly code: number; readonly found: readonly string[] }> {
  const { code, stdout } = await project.run(["verify", ...words, "--sandbox", "--json"]);
  const { containers } = JSON.parse(stdout) as { containers: readonly Verified[] };
  return { code, found: containers.map((one) => `${one.name} ${one.verdict} ${one.code ?? ""}`.trim()).sort() };
}

describe("verify in the sandbox", () => {
  it("cannot verify what was not deployed", async () => {
    const { code, stderr } = await project.run(["verify", "one.yaml", "--sandbox"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/SPC701.*run deploy --sandbox first/is);
  });

  it("tells a container in a crash loop, although its apply went well", async () => {
    tamper(`const captions = stack.resource.docker_container.captions;
      captions.command = captions.command.filter((word) => !word.startsWith("Eula="))`);
    expect(await project.deploy("one.yaml")).toMatchObject({ code: 0, stderr: "" });
    expect(await verify("one.yaml")).toEqual({
      code: 1,
      found: ["callcenter answers", "captions crash loop SPC810", "narrator answers"],
    });
    const { stdout } = await project.run(["plan", "one.yaml", "--sandbox"]);
    expect(stdout).toMatch(/replace +docker_container\.captions\s+the container ends again and again/);
  });

  it("answers again when it is mended", async () => {
    tamper("");
    expect(await project.deploy("one.yaml")).toMatchObject({ code: 0, stderr: "" });
    expect((await verify("one.yaml")).code).toBe(0);
  });

  it("tells a container that loads longer than it may take", async () => {
    await project.run(["sandbox", "up", "--loading", "90s"]);
    await project.run(["sandbox", "stop", "narrator"]);
    await project.deploy("one.yaml");
    const { code, found } = await verify("one.yaml", "--timeout", "1s");
    expect({ code, found }).toEqual({
      code: 1,
      found: ["callcenter answers", "captions answers", "narrator loading SPC809"],
    });
    await project.run(["sandbox", "up", "--loading", "300ms"]);
  });

  it("tells a key that Azure does not know, without waiting", async () => {
    project.write(
      "edge.yaml",
      [
        "name: edge",
        'edition: "2025-07"',
        "eula: accept",
        'account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }',
        "containers: { captions: { function: speech-to-text, locale: en-US, port: 7510 } }",
      ].join("\n"),
    );
    project.write("cdktf.json", JSON.stringify({ app: appOfRepository }));
    await project.deploy("edge.yaml", { TF_VAR_speech_api_key: "0123456789abcdef0123456789abcdef" });
    const { code, stdout } = await project.run(["verify", "edge.yaml", "--sandbox"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/captions {2}refuses .*SPC801 {2}captions: Azure does not know the key/s);
  });

  it("names the resource types that the sandbox does not serve, before Terraform runs", async () => {
    tamper("stack.resource.aws_instance = { one: {} }; stack.data = { ...stack.data, http: { two: {} } }");
    const { code, stdout, stderr } = await project.run(["plan", "one.yaml", "--sandbox"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/SPC709 .*aws_instance, data\.http/s);
    expect(stdout).not.toContain("plan  ");
  });
});

describe("verify of any URL", () => {
  it("needs no project, no Terraform and no sandbox", async () => {
    const nowhere = mkdtempSync(join(tmpdir(), "nowhere-"));
    writeFileSync(join(nowhere, "unrelated"), "");
    const urls = [
      "--url",
      "captions=ws://localhost:7500",
      "--url",
      "http://127.0.0.1:7501",
      "--url",
      "http://127.0.0.1:1",
    ];
    const { code, stdout } = await speechContainers(nowhere, ["verify", ...urls, "--timeout", "1s"], {
      PATH: "/nowhere",
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/captions +answers.*127\.0\.0\.1:7501 +(answers|loading).*127\.0\.0\.1:1 +unreachable/s);
  });
});
