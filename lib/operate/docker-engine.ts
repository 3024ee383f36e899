import type { EngineVolume, JobEnd } from "../domain";
import type { DockerAnswer, DockerCommand } from "./docker-command";
import { type EngineDoor, EngineFailure, type EngineJob } from "./engine-door";

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
    runJob: (job) => runJob(docker, job),
  };
}

/**
 * In the foreground, so that what ends this command ends the job. Variables are named only: `docker` takes their values
 * from its own environment, which no process list shows.
 */
async function runJob(docker: DockerCommand, job: EngineJob): Promise<JobEnd> {
  const { name, image, command, variables, mounts, doneAt, onLine } = job;
  const lines: string[] = [];
  let stopped: Promise<unknown> | undefined;
  const hear = (line: string): void => {
    lines.push(line);
    onLine?.(line);
    if (doneAt !== undefined && line.includes(doneAt)) stopped ??= docker({ words: ["stop", name] });
  };
  const words = [
    "run",
    "--rm",
    "--name",
    name,
    ...Object.keys(variables).flatMap((variable) => ["--env", variable]),
    ...mounts.flatMap(({ type, source, target }) => ["--mount", `type=${type},source=${source},target=${target}`]),
    image,
    ...command,
  ];
  const { exitCode, stderr } = await docker({ words, variables, onLine: hear });
  await stopped;
  if (exitCode === DOCKER_FAILED) throw failureOf(words, { exitCode, stdout: "", stderr });
  return { exitCode, done: stopped !== undefined, lines };
}

/** The exit code of `docker run` when the fault is not the container's. */
const DOCKER_FAILED = 125;

/** @throws EngineFailure with docker's own words, unaltered */
async function answered(docker: DockerCommand, words: readonly string[]): Promise<DockerAnswer> {
  const answer = await docker({ words });
  if (answer.exitCode === 0) return answer;
  throw failureOf(words, answer);
}

function failureOf(words: readonly string[], { exitCode, stderr }: DockerAnswer): EngineFailure {
  const details = linesOf(stderr);
  if (UNREACHABLE.test(stderr)) {
    return new EngineFailure(
      "SPC608",
      "the engine cannot be reached",
      "start it, and check the site's engine: and the way to it",
      details,
    );
  }
  if (IN_USE.test(stderr)) {
    return new EngineFailure("SPC642", "a container holds the volume", "remove the container first", details);
  }
  return new EngineFailure(
    "SPC641",
    `docker ${words.slice(0, 2).join(" ")} ended with exit code ${exitCode}`,
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
