import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Template } from "../constructs/template";

const run = promisify(execFile);
const repository = join(__dirname, "..", "..");
const example = join(repository, "examples", "platform-team");

test("the example in TypeScript compiles", async () => {
  const tsc = join(repository, "node_modules", "typescript", "bin", "tsc");
  await expect(run(process.execPath, [tsc, "--noEmit", "-p", example])).resolves.toEqual({ stdout: "", stderr: "" });
}, 120_000);

test("the example in TypeScript synthesizes what it says", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "platform-team-"));
  const environment = { ...process.env, CDKTF_OUTDIR: outdir };
  await run(process.execPath, ["--import", "tsx", "main.ts"], { cwd: example, env: environment });
  const template = new Template(readFileSync(join(outdir, "stacks", "platform-speech", "cdk.tf.json"), "utf8"));
  const addresses = template.addresses();
  expect(addresses).toEqual(
    expect.arrayContaining(["azurerm_cognitive_account.speech", "azurerm_resource_group.group"]),
  );
  const captions = addresses.find((address) => address.startsWith("docker_container.gpu-1_captions")) ?? "";
  expect(template.arguments(captions)).toMatchObject({ name: "platform-speech-gpu-1-captions", stop_timeout: 60 });
  expect(template.top("output")).toMatchObject({
    host_urls: {
      value: { captions: "ws://gpu-1.contoso.example:5000", narrator: "http://gpu-1.contoso.example:5001" },
    },
  });
}, 60_000);
