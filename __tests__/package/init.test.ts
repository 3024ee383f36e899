import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "../constructs/template";
import { installed, manifest, node, packed, remove } from "./installed";

const peers = ["cdktf", "constructs", "@cdktf/provider-docker", "@cdktf/provider-azurerm", "tsx"];

let tarball: string;
let project: string;
beforeAll(() => {
  tarball = mkdtempSync(join(tmpdir(), "speech-pack-"));
  project = installed(packed(tarball).file, [...peers, ...Object.keys(manifest.dependencies)]);
});
afterAll(() => [tarball, project].forEach(remove));

test("what init writes validates, and its app synthesizes the stack", () => {
  const folder = mkdtempSync(join(tmpdir(), "speech-start-"));
  try {
    const command = join(project, "node_modules", manifest.name, manifest.bin["speech-containers"] ?? "");
    const answers = ["--name", "contoso-speech", "--location", "westeurope", "--accept-eula"];
    expect(node(folder, [command, "init", ...answers])).toMatchObject({ code: 0, stderr: "" });
    expect(node(folder, [command, "validate"])).toMatchObject({ code: 0, stderr: "" });
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");
    const { app } = JSON.parse(readFileSync(join(folder, "cdktf.json"), "utf8")) as { app: string };
    const [program, ...words] = app.split(" ");
    expect(program).toBe("node");
    expect(node(folder, words)).toMatchObject({ code: 0, stderr: "" });
    const stack = join(folder, "cdktf.out", "stacks", "contoso-speech", "cdk.tf.json");
    expect(new Template(readFileSync(stack, "utf8")).addresses()).toEqual(
      expect.arrayContaining(["azurerm_cognitive_account.speech", "docker_container.captions"]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
