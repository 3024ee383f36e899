import { exampleOnPorts } from "./command-line";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

const OLD = "11111111-2222-3333-4444-555555555555";
const NEW = "99999999-2222-3333-4444-555555555555";

let project: SandboxedProject;
beforeAll(() => (project = sandboxedProject()));
afterAll(() => project.remove());

interface Volumes {
  readonly volumes: readonly {
    readonly name: string;
    readonly state: string;
    readonly containers: readonly string[];
  }[];
}

async function volumes(): Promise<readonly string[]> {
  const { stdout } = await project.run(["volumes", "speech.yaml", "--sandbox", "--json"]);
  return (JSON.parse(stdout) as Volumes).volumes.map(({ name, state }) => `${state} ${name}`);
}

describe("custom models in the sandbox", () => {
  const example = exampleOnPorts("custom-models/speech.yaml", 7360);
  const volumeOf = (id: string) => `contoso-calls-model-${id}`;

  it("deploy, with an empty second plan, into one volume for one model", async () => {
    project.write("speech.yaml", example);
    expect((await project.deploy("speech.yaml")).code).toBe(0);
    expect(await project.changes("speech.yaml")).toEqual([]);
    expect(await volumes()).toEqual([`used ${volumeOf(OLD)}`]);
  });

  it("are listed by a one-shot container, whose last line is Fatal by design", async () => {
    const listed = await project.run(["model", "list", "en-US", "--sandbox", "--json"]);
    expect(listed).toMatchObject({ code: 0, stderr: "" });
    expect((JSON.parse(listed.stdout) as { models: readonly unknown[] }).models).toHaveLength(3);
  });

  it("are fetched before they are served: the container finds its model and downloads nothing", async () => {
    project.write("speech.yaml", example.replaceAll(OLD, NEW));
    const fetched = await project.run(["model", "download", "callcenter", "--sandbox"]);
    expect({ code: fetched.code, stderr: fetched.stderr }).toEqual({ code: 0, stderr: "" });
    expect(fetched.stdout).toContain(volumeOf(NEW));
    const display = ["--display", "punct,rescore", "--locale", "en-US"];
    expect((await project.run(["model", "download", "callcenter", "--sandbox", ...display])).code).toBe(0);
    expect((await project.deploy("speech.yaml")).code).toBe(0);
    expect((await project.run(["sandbox", "logs", "callcenter"])).stdout).toContain(`Model ${NEW} was found`);
  });

  it("leave the old model's volume behind, which is then removed by name", async () => {
    expect(await volumes()).toEqual([`left ${volumeOf(OLD)}`, `used ${volumeOf(NEW)}`]);
    expect((await project.run(["volumes", "rm", volumeOf(NEW), "--sandbox", "--yes"])).code).toBe(2);
    expect((await project.run(["volumes", "rm", volumeOf(OLD), "--sandbox", "--yes"])).code).toBe(0);
    expect(await volumes()).toEqual([`used ${volumeOf(NEW)}`]);
  });

  it("are in no output together with the account's key", () => {
    expect(project.printed()).not.toMatch(/ApiKey=|[A-Za-z0-9]{84}/);
  });
});
