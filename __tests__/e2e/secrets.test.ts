import { mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join, relative, sep } from "node:path";
import { allFilesBelow } from "./command-line";
import { smallConfiguration } from "./configuration";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

const PLANTED = "planted0123456789abcdef0123456789";
const PLANTED_FOR_TEXT = "planted9876543210fedcba9876543210";

const byEndpoint = `
name: edge
edition: "2025-07"
eula: accept
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
textAnalytics: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
containers:
  captions: { function: speech-to-text, locale: en-US, port: 7410, secretsVia: arguments, sentiment: cloud }
`;

/** Files that hold keys because they must: Terraform's state, and the simulated Azure's and engines' own memory. */
const keepers = [join(".sandbox", "state"), join(".sandbox", "store")];

let project: SandboxedProject;
let temporary: string;
beforeAll(() => {
  project = sandboxedProject();
  temporary = join(project.folder, "tmp");
  mkdirSync(temporary);
});
afterAll(() => project.remove());

const keysOfAccount = (stack: string): readonly string[] => {
  const state = JSON.parse(readFileSync(join(project.folder, ".sandbox", "state", `${stack}.tfstate`), "utf8")) as {
    resources: { type: string; instances: { attributes: Record<string, string> }[] }[];
  };
  const accounts = state.resources.filter(({ type }) => type === "azurerm_cognitive_account");
  return accounts.flatMap(({ instances }) =>
    instances.flatMap(({ attributes: { primary_access_key = "", secondary_access_key = "" } }) => [
      primary_access_key,
      secondary_access_key,
    ]),
  );
};

const filesWith = (secret: string): readonly string[] =>
  allFilesBelow(project.folder)
    .map(({ path, text }) => ({ path: relative(project.folder, path), text }))
    .filter(({ path, text }) => text.includes(secret) && !keepers.some((keeper) => path.startsWith(keeper + sep)))
    .map(({ path }) => path);

describe("a key", () => {
  it("is in no file, output or log besides the state, whatever is done with it and whatever goes wrong", async () => {
    const one = smallConfiguration({ name: "one", firstPort: 7400 });
    project.write("one.yaml", one.replace("{ function: neural", "{ secretsVia: arguments, function: neural"));
    project.write("edge.yaml", byEndpoint);
    const environment = {
      TMPDIR: temporary,
      TF_VAR_speech_api_key: PLANTED,
      TF_VAR_text_analytics_api_key: PLANTED_FOR_TEXT,
    };
    const run = (...words: string[]) => project.run(words, environment);

    await run("deploy", "one.yaml", "--sandbox", "--auto-approve");
    const keys = new Set(keysOfAccount("one"));
    await run("sandbox", "regenerate-key", "one", "key1");
    for (const more of [[], ["--json"]]) {
      for (const command of ["validate", "plan", "output", "verify"]) {
        await run(command, "one.yaml", ...(command === "validate" ? [] : ["--sandbox"]), ...more);
      }
      for (const words of [
        ["explain", "narrator", "--config", "one.yaml"],
        ["sandbox", "status"],
        ["sandbox", "logs", "captions"],
      ]) {
        await run(...words, ...more);
      }
    }
    await run("try", "one.yaml");
    keysOfAccount("one").forEach((key) => keys.add(key));
    const deployed = await run("deploy", "edge.yaml", "--sandbox", "--auto-approve", "--json");
    expect(deployed.code).toBe(0);
    await run("verify", "edge.yaml", "--sandbox");
    await run("explain", "captions", "--config", "edge.yaml");
    const state = readFileSync(join(project.folder, ".sandbox", "state", "edge.tfstate"), "utf8");
    expect([PLANTED, PLANTED_FOR_TEXT].map((secret) => state.includes(secret))).toEqual([true, true]);

    const listener = await listenOn(7411);
    project.write("edge.yaml", byEndpoint.replace("7410", "7411"));
    const failed = await run("try", "edge.yaml");
    await new Promise((closed) => listener.close(closed));
    expect(failed.code).toBe(2);
    await run("try", "logs");
    await run("destroy", "one.yaml", "--sandbox", "--auto-approve");

    expect(keys.size).toBe(3);
    for (const secret of [PLANTED, PLANTED_FOR_TEXT, ...keys]) {
      expect(secret).toMatch(/^\w{32,}$/);
      expect(project.printed().includes(secret)).toBe(false);
      expect(filesWith(secret)).toEqual([]);
    }
    expect(allFilesBelow(temporary).filter(({ path }) => path.includes("plan"))).toEqual([]);
  });
});

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });
}
