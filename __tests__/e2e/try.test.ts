import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { httpGet } from "../../lib/operate/http";
import { exampleOnPorts, runFile, until } from "./command-line";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

const PORTS = [7100, 7101, 7102, 7103];
const example = join("examples", "four-functions", "speech.yaml");

let project: SandboxedProject;
beforeAll(() => {
  project = sandboxedProject();
  mkdirSync(join(project.folder, "examples", "four-functions"), { recursive: true });
  writeFileSync(join(project.folder, example), exampleOnPorts("four-functions/speech.yaml", 7100));
});
afterAll(() => project.remove());

const change = (from: string, to: string): void => {
  const path = join(project.folder, example);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
};
const answering = async (): Promise<readonly number[]> => {
  const answers = await Promise.all(PORTS.map((port) => httpGet({ url: `http://127.0.0.1:${port}/ready` })));
  return PORTS.filter((_port, index) => answers[index]?.reached);
};
const row = (number: number, name: string, text: string): RegExp =>
  new RegExp(`^  \\[${number}/6\\] ${name.padEnd(12)}${text} +\\d+\\.\\d s$`, "m");

describe("try", () => {
  it("deploys the example into the sandbox in six steps, and its containers answer on their ports", async () => {
    const { code, stdout, stderr } = await project.run(["try"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Azure and the containers are simulated. Nothing leaves this machine.");
    expect(stdout).toMatch(row(1, "tools", "node \\d+\\.\\d+\\.\\d+, (terraform|opentofu) \\d+\\.\\d+\\.\\d+"));
    expect(stdout).toMatch(row(3, "synth", "1 stack: contoso-speech"));
    expect(stdout).toMatch(row(4, "plan", "11 to add, 0 to change, 0 to destroy"));
    expect(stdout).toMatch(row(5, "apply", "11 of 11"));
    expect(stdout).toMatch(row(6, "talk", "narrator -> hello\\.wav \\(\\d\\.\\d s\\) -> captions"));
    for (const url of ["ws://localhost:7100", "http://localhost:7101", "ws://localhost:7102"])
      expect(stdout).toContain(url);
    expect(stdout).toMatch(/Next\n.*change it .*four-functions.*for real .*npx speech-containers deploy.*stop .*down/s);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(await answering()).toEqual(PORTS);
  });

  it("says no changes the second time", async () => {
    const { code, stdout } = await project.run(["try"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(row(4, "plan", "no changes"));
    expect(stdout).toMatch(row(5, "apply", "nothing to do"));
  });

  it("applies what was edited", async () => {
    change("locale: en-US", "locale: de-DE");
    const { stdout } = await project.run(["try"]);
    expect(stdout).toMatch(row(6, "verify", "4 of 4 answer"));
    expect(stdout).toMatch(/captions +speech-to-text +de-DE/);
  });

  it("has a log of everything, and a status", async () => {
    const { stdout } = await project.run(["try", "logs"]);
    expect(stdout).toContain("terraform apply -json -input=false");
    expect(stdout).toContain("docker_container.captions: finished create");
    expect((await project.run(["try", "status"])).stdout).toMatch(/contoso-speech-captions +running +ready, key Valid/);
  });

  it("stops at the step that fails, shows what matters, and goes on from there when it is mended", async () => {
    change("port: 7103", "port: 7104");
    const listener = createServer().listen(7104, "127.0.0.1");
    const failed = await project.run(["try"]);
    await new Promise((closed) => listener.close(closed));
    expect(failed.code).toBe(2);
    expect(failed.stdout).toMatch(row(5, "apply", "failed"));
    expect(failed.stderr).toMatch(/SPC607 .*host port is\s+already in use.*port is already allocated.*try logs/s);
    expect((await project.run(["try", "logs"])).stdout).toContain("port is already allocated");
    expect((await project.run(["try"])).stdout).toMatch(row(6, "verify", "4 of 4 answer"));
  });

  it("shows the problems of a configuration and changes nothing", async () => {
    project.write("bad.yaml", "name: x\n");
    const { code, stdout, stderr } = await project.run(["try", "bad.yaml"]);
    expect(code).toBe(2);
    expect(stdout).not.toContain("[1/6]");
    expect(stderr).toMatch(/bad\.yaml: \d+ problems.*, nothing was planned/);
    expect((await answering()).length).toBe(3);
  });

  it("down leaves no process, port or file", async () => {
    const { pid } = JSON.parse((await project.run(["try", "status", "--json"])).stdout) as { pid: number };
    expect((await project.run(["try", "down"])).code).toBe(0);
    expect(existsSync(join(project.folder, ".sandbox"))).toBe(false);
    expect(await answering()).toEqual([]);
    expect(isAlive(pid)).toBe(false);
    expect((await project.run(["try", "down"])).code).toBe(0);
  });
});

describe("plain terraform in the sandbox, by the environment that is printed", () => {
  it("works in any folder, and what it made is not in a state of ours", async () => {
    const group = { location: "westeurope", name: "by-hand" };
    project.write(
      "main.tf.json",
      JSON.stringify({ provider: { azurerm: { features: {} } }, resource: { azurerm_resource_group: { g: group } } }),
    );
    await project.run(["sandbox", "up"]);
    const { stdout: exports } = await project.run(["sandbox", "env"]);
    const script = `${exports}terraform init -no-color && terraform apply -auto-approve -no-color && terraform plan -detailed-exitcode -no-color`;
    const { code, stdout } = await runFile("sh", ["-c", script], project.folder);
    expect(stdout).toContain("Apply complete! Resources: 1 added");
    expect(code).toBe(0);
    expect(existsSync(join(project.folder, "terraform.tfstate"))).toBe(false);
    await project.run(["sandbox", "down"]);
    await until(() => !existsSync(join(project.folder, ".sandbox")));
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
