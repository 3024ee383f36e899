import { sandboxedProject, type SandboxedProject } from "./sandboxed";

let project: SandboxedProject;
beforeAll(() => {
  project = sandboxedProject();
});
afterAll(() => project.remove());

const site = (name: string, port: number): string =>
  `  ${name}: { engine: { host: "ssh://speech@${name}.example" }, containers: { captions: { function: speech-to-text, locale: en-US, port: ${port} } } }`;

const sites = (...lines: readonly string[]): string =>
  [
    "name: shops",
    'edition: "2025-07"',
    "eula: accept",
    "account: { name: shops, location: westeurope, resourceGroup: { name: shops, create: true } }",
    "sites:",
    ...lines,
    "",
  ].join("\n");

const statuses = async (...words: string[]): Promise<readonly string[]> => {
  const { stdout } = await project.run([...words, "--sandbox", "--json"]);
  const { stacks } = JSON.parse(stdout) as { stacks: { stack: string; status: string }[] };
  return stacks.map(({ stack, status }) => `${stack} ${status}`);
};

describe("a deployment with sites", () => {
  it("plans its sites after the account, and deploys account and sites in one go", async () => {
    project.write("shops.yaml", sites(site("leeds", 7600), site("york", 7600)));
    expect(await statuses("plan", "shops.yaml")).toEqual([
      "shops-account planned",
      "shops-leeds after the account",
      "shops-york after the account",
    ]);
    expect(await statuses("deploy", "shops.yaml", "--auto-approve")).toEqual([
      "shops-account applied",
      "shops-leeds applied",
      "shops-york applied",
    ]);
  });

  it("runs each site on an address of its own, on one and the same port", async () => {
    expect(await project.verdicts("shops.yaml")).toEqual(["leeds/captions answers", "york/captions answers"]);
    const { stdout } = await project.run(["output", "shops.yaml", "--sandbox"]);
    expect(stdout).toMatch(/leeds\/captions .*here: 127\.0\.0\.\d+.*york\/captions .*here: 127\.0\.0\.\d+/s);
    expect(new Set(stdout.match(/here: [\d.]+/g)).size).toBe(2);
  });

  it("touches only the new site when one is added", async () => {
    project.write("shops.yaml", sites(site("leeds", 7600), site("york", 7600), site("hull", 7600)));
    expect(await statuses("deploy", "shops.yaml", "--auto-approve")).toEqual([
      "shops-account unchanged",
      "shops-hull applied",
      "shops-leeds unchanged",
      "shops-york unchanged",
    ]);
  });

  it("replaces the containers of every site when the key is regenerated", async () => {
    await project.run(["sandbox", "regenerate-key", "shops", "key1"]);
    expect(await project.changes("shops.yaml")).toEqual(Array(3).fill("docker_container.captions: replace"));
    await project.deploy("shops.yaml");
    expect(await project.changes("shops.yaml")).toEqual([]);
  });

  it("is destroyed in reverse, the account last, and a second time finds nothing", async () => {
    expect(await statuses("destroy", "shops.yaml", "--auto-approve")).toEqual([
      "shops-york destroyed",
      "shops-leeds destroyed",
      "shops-hull destroyed",
      "shops-account destroyed",
    ]);
    expect(await statuses("destroy", "shops.yaml")).toEqual([
      "shops-york nothing to destroy",
      "shops-leeds nothing to destroy",
      "shops-hull nothing to destroy",
      "shops-account nothing to destroy",
    ]);
  });
});
