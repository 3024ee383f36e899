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
    const { stdout } = await project.run(["sandbox", "logs", "contoso-calls-callcenter-display-models"]);
    expect(stdout).toContain("[Display model] FullDisplay en-US was downloaded.");
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
});

describe("disconnected containers in the sandbox", () => {
  const example = exampleOnPorts("disconnected/speech.yaml", 7370);
  const changed = async () => (await project.changes("offline.yaml")).filter((change) => change.includes("container."));

  it("do not start before their licence is there, and a licence needs the model first", async () => {
    project.write("offline.yaml", example);
    const deployed = await project.deploy("offline.yaml");
    expect(deployed.code).toBe(2);
    expect(deployed.stderr).toMatch(/SPC647/);
    const log = await project.run(["sandbox", "logs", "contoso-offline-callcenter-license"]);
    expect(log.stdout).toContain("The models folder holds no model");
  });

  it("deploy once the model is fetched, which runs the failed step again; the second plan is empty", async () => {
    const config = ["--config", "offline.yaml", "--sandbox"];
    expect((await project.run(["model", "download", "callcenter", ...config])).code).toBe(0);
    expect(await project.deploy("offline.yaml")).toMatchObject({ code: 0, stderr: "" });
    expect(await project.changes("offline.yaml")).toEqual([]);
    expect(await project.verdicts("offline.yaml")).toEqual([
      "callcenter answers",
      "captions answers",
      "detector answers",
      "narrator answers",
    ]);
  });

  it("count what they serve, and usage tells it", async () => {
    const config = ["--config", "offline.yaml", "--sandbox"];
    expect((await project.run(["say", "narrator", "Good morning.", "-o", "hello.wav", ...config])).code).toBe(0);
    const told = await project.run(["usage", "narrator", "--json", ...config]);
    expect(JSON.parse(told.stdout)).toMatchObject({ containers: [{ name: "narrator", meters: [{ quantity: 1 }] }] });
    expect((await project.run(["usage", "detector", ...config])).code).toBe(2);
  });

  it("fetch a licence anew, each for itself, when their image changes", async () => {
    project.write("offline.yaml", example.replace("locale: en-US", "locale: de-DE"));
    expect(await changed()).toEqual([
      "docker_container.captions: replace",
      "docker_container.captions_license: replace",
    ]);
    expect((await project.deploy("offline.yaml")).code).toBe(0);
    expect(await project.changes("offline.yaml")).toEqual([]);
    const { stdout } = await project.run(["volumes", "offline.yaml", "--sandbox", "--json"]);
    const { volumes: all } = JSON.parse(stdout) as Volumes;
    const licences = all.filter(({ name }) => name.startsWith("contoso-offline-license-captions-"));
    expect(licences.map(({ state }) => state).sort()).toEqual(["left", "used"]);
  });

  it("fetch licences anew when the words of the renewal change", async () => {
    project.write("offline.yaml", example.replace("locale: en-US", "locale: de-DE").replace('"2026"', '"2027"'));
    expect(await changed()).toEqual(
      ["callcenter", "captions", "narrator"].flatMap((name) => [
        `docker_container.${name}: replace`,
        `docker_container.${name}_license: replace`,
      ]),
    );
  });
});

it("keys are in no output", () => {
  expect(project.printed()).not.toMatch(/ApiKey=|[A-Za-z0-9]{84}/);
});
