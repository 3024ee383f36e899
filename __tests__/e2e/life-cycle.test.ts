import { MODEL, smallConfiguration } from "./configuration";
import { sandboxedProject, type SandboxedProject } from "./sandboxed";

let project: SandboxedProject;
const one = { name: "one", firstPort: 7200 };
const two = { name: "two", firstPort: 7210 };
const ALL_ANSWER = ["callcenter answers", "captions answers", "narrator answers"];

beforeAll(async () => {
  project = sandboxedProject();
  project.write("one.yaml", smallConfiguration(one));
  project.write("two.yaml", smallConfiguration(two));
  expect((await project.deploy("one.yaml")).code).toBe(0);
});
afterAll(() => project.remove());
afterEach(async () => {
  project.write("one.yaml", smallConfiguration(one));
  await project.deploy("one.yaml");
});

/** Deploys, and shows that it held: all answer, and nothing is left to change. */
async function settles(file = "one.yaml"): Promise<void> {
  expect((await project.deploy(file)).code).toBe(0);
  expect(await project.changes(file)).toEqual([]);
  expect(await project.verdicts(file)).toEqual(ALL_ANSWER);
}

describe("a deployed configuration", () => {
  it("answers, and the second plan is empty", async () => {
    expect(await project.verdicts("one.yaml")).toEqual(ALL_ANSWER);
    expect((await project.run(["plan", "one.yaml", "--sandbox", "--detailed-exitcode"])).code).toBe(0);
  });

  it("does not change when its containers are written in another order", async () => {
    project.write("one.yaml", smallConfiguration({ ...one, order: ["callcenter", "narrator", "captions"] }));
    expect(await project.changes("one.yaml")).toEqual([]);
  });

  it("updates a container in place when its memory changes", async () => {
    project.write("one.yaml", smallConfiguration({ ...one, memory: "20g" }));
    const [stack] = await project.plan("one.yaml");
    expect(stack?.changes).toEqual([
      expect.objectContaining({
        address: "docker_container.captions",
        action: "update",
        because: ["memory", "memory_swap"],
      }),
    ]);
    await settles();
  });

  it("replaces one container when its locale changes", async () => {
    project.write("one.yaml", smallConfiguration({ ...one, locale: "de-DE" }));
    const changes = await project.changes("one.yaml");
    expect(changes.filter((change) => change.startsWith("docker_container."))).toEqual([
      "docker_container.captions: replace",
    ]);
    expect(changes.every((change) => /^docker_(container|image)\./.test(change))).toBe(true);
    await settles();
  });

  it("replaces all that use a key when it is regenerated, and they answer again", async () => {
    await project.run(["sandbox", "regenerate-key", "one", "key1"]);
    expect(await project.changes("one.yaml")).toEqual([
      "docker_container.callcenter: replace",
      "docker_container.captions: replace",
      "docker_container.narrator: replace",
    ]);
    await settles();
  });

  it.each([
    ["stopped", "stop", /the container has ended \(exit code 0\)/],
    ["removed", "rm", /^$/],
  ])("shows a container that was %s by hand, and heals it", async (_name, command, because) => {
    expect((await project.run(["sandbox", command, "captions"])).code).toBe(0);
    expect(await project.verdicts("one.yaml")).toContain("captions stopped");
    const [stack] = await project.plan("one.yaml");
    const [change] = stack?.changes ?? [];
    expect(change?.address).toBe("docker_container.captions");
    expect(change?.because.join("")).toMatch(because);
    await settles();
  });
});

describe("two configurations in one folder", () => {
  it("do not touch each other, and destroy leaves nothing but the volume that it names", async () => {
    expect((await project.deploy("two.yaml")).code).toBe(0);
    const destroyed = await project.run(["destroy", "two.yaml", "--sandbox", "--auto-approve"]);
    expect(destroyed.code).toBe(0);
    expect(destroyed.stdout).toContain(
      `left: 1 volume, what is in there cannot be had again\n    two-model-${MODEL}\n`,
    );

    const status = JSON.parse((await project.run(["sandbox", "status", "--json"])).stdout) as {
      containers: { name: string }[];
      accounts: { name: string }[];
    };
    expect(status.containers.map(({ name }) => name).sort()).toEqual([
      "one-callcenter",
      "one-captions",
      "one-narrator",
    ]);
    expect(status.accounts.map(({ name }) => name)).toEqual(["one"]);
    expect(await project.changes("one.yaml")).toEqual([]);
    expect(await project.verdicts("one.yaml")).toEqual(ALL_ANSWER);

    const again = JSON.parse((await project.run(["destroy", "two.yaml", "--sandbox", "--json"])).stdout) as unknown;
    expect(again).toMatchObject({ stacks: [{ stack: "two", status: "nothing to destroy" }] });
  });
});
