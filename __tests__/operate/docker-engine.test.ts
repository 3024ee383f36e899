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
