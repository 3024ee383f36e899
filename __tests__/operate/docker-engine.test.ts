import { dockerEngine, type DockerCommand } from "../../lib/operate";

const failing =
  (stderr: string): DockerCommand =>
  async () => ({ exitCode: 1, stdout: "", stderr });

describe("dockerEngine", () => {
  it("names the containers that hold a volume; a folder of the host with that name holds none", async () => {
    const docker: DockerCommand = async ({ words }) => {
      const stdout = words[0] === "volume" ? "models\nidle\n" : "one\tmodels,/srv/idle\ntwo\t\nthree\tother,models\n";
      return { exitCode: 0, stdout, stderr: "" };
    };
    expect(await dockerEngine(docker).volumes()).toEqual([
      { name: "models", heldBy: ["one", "three"] },
      { name: "idle", heldBy: [] },
    ]);
  });

  it("removes a volume by its name, which is never taken for an option", async () => {
    const asked: (readonly string[])[] = [];
    const docker: DockerCommand = async ({ words }) => {
      asked.push(words);
      return { exitCode: 0, stdout: "", stderr: "" };
    };
    await dockerEngine(docker).removeVolume("-models");
    expect(asked).toEqual([["volume", "rm", "--", "-models"]]);
  });

  it.each([
    ["SPC608", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"],
    ["SPC642", "Error response from daemon: remove models: volume is in use - [0a1b]"],
    ["SPC641", "Error response from daemon: get models: no such volume"],
  ])("says %s and passes docker's words on: %s", async (code, words) => {
    await expect(dockerEngine(failing(`${words}\n`)).removeVolume("models")).rejects.toMatchObject({
      code,
      details: [words],
    });
  });
});

describe("a job", () => {
  const job = {
    name: "calls-model",
    image: "mcr.microsoft.com/speech:4.12.0-amd64",
    command: ["ModelId=1", "Eula=accept"],
    variables: { ApiKey: "planted-key" },
    mounts: [{ type: "volume", source: "models", target: "/usr/local/models", readOnly: false }],
  } as const;

  it("runs in the foreground, and the value of a secret is no word of the command", async () => {
    const runs: Parameters<DockerCommand>[0][] = [];
    const docker: DockerCommand = async (run) => {
      runs.push(run);
      run.onLine?.("[Info] done");
      return { exitCode: 3, stdout: "", stderr: "" };
    };
    expect(await dockerEngine(docker).runJob(job)).toEqual({ exitCode: 3, done: false, lines: ["[Info] done"] });
    expect(runs.map(({ words }) => words.join(" "))).toEqual([
      "run --rm --name calls-model --env ApiKey --mount type=volume,source=models,target=/usr/local/models " +
        "mcr.microsoft.com/speech:4.12.0-amd64 ModelId=1 Eula=accept",
    ]);
    expect(runs[0]?.variables).toEqual({ ApiKey: "planted-key" });
  });

  it("is stopped at the line with which its work is done", async () => {
    const asked: string[] = [];
    const docker: DockerCommand = async ({ words, onLine }) => {
      asked.push(words.slice(0, 2).join(" "));
      ["loading", "Application started.", "Application started."].forEach((line) => onLine?.(line));
      return { exitCode: 143, stdout: "", stderr: "" };
    };
    expect(await dockerEngine(docker).runJob({ ...job, doneAt: "Application started" })).toMatchObject({ done: true });
    expect(asked).toEqual(["run --rm", "stop calls-model"]);
  });

  it("fails where docker itself does, and ends where its container does", async () => {
    const ending =
      (exitCode: number): DockerCommand =>
      async () => ({ exitCode, stdout: "", stderr: "no such image\n" });
    await expect(dockerEngine(ending(125)).runJob(job)).rejects.toMatchObject({
      code: "SPC641",
      details: ["no such image"],
    });
    await expect(dockerEngine(ending(1)).runJob(job)).resolves.toMatchObject({ exitCode: 1 });
  });
});
