import type { EngineVolume } from "../domain";
import type { DockerAnswer, DockerCommand } from "./docker-command";
import { type EngineDoor, EngineFailure } from "./engine-door";

const UNREACHABLE = /cannot connect to the docker daemon|error during connect|connection refused|dial (?:unix|tcp)/i;
const IN_USE = /volume is in use/;

/** A real engine, through the `docker` command. */
export function dockerEngine(docker: DockerCommand): EngineDoor {
  const ask = async (words: readonly string[]): Promise<string> => (await answered(docker, words)).stdout;
  return {
    async volumes() {
      const names = linesOf(await ask(["volume", "ls", "--format", "{{.Name}}"]));
      const containers = linesOf(await ask(["ps", "--all", "--no-trunc", "--format", "{{.Names}}\t{{.Mounts}}"]));
      return withHolders(names, containers);
    },
    async removeVolume(name) {
      await ask(["volume", "rm", "--", name]);
    },
  };
}

/** @throws EngineFailure with docker's own words, unaltered */
async function answered(docker: DockerCommand, words: readonly string[]): Promise<DockerAnswer> {
  const answer = await docker({ words });
  if (answer.exitCode === 0) return answer;
  const details = linesOf(answer.stderr);
  if (UNREACHABLE.test(answer.stderr)) {
    throw new EngineFailure(
      "SPC608",
      "the engine cannot be reached",
      "start it, and check the site's engine: and the way to it",
      details,
    );
  }
  if (IN_USE.test(answer.stderr)) {
    throw new EngineFailure("SPC642", "a container holds the volume", "remove the container first", details);
  }
  throw new EngineFailure(
    "SPC641",
    `docker ${words.slice(0, 2).join(" ")} ended with exit code ${answer.exitCode}`,
    "mend what its words name",
    details,
  );
}

/** Each container is a line `name<tab>mount,mount`: bind mounts are paths there, volumes their names. */
function withHolders(names: readonly string[], containers: readonly string[]): readonly EngineVolume[] {
  const mounted = containers.map((line) => {
    const [container = "", mounts = ""] = line.split("\t");
    return { container, mounts: mounts.split(",") };
  });
  return names.map((name) => ({
    name,
    heldBy: mounted.filter(({ mounts }) => mounts.includes(name)).map(({ container }) => container),
  }));
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== "");
}
