import type { Engine } from "./engine";
import { containerDefaults } from "./engine/records";
import type { SandboxJob, SandboxJobEnd } from "./sandbox";
import { SandboxError } from "./sandbox-error";

/** Runs a container once, as `docker run --rm` does; it is removed however it ends. */
export async function runJob(
  engine: Engine,
  { name, image, command, variables, mounts, doneAt }: SandboxJob,
): Promise<SandboxJobEnd> {
  try {
    engine.ensureImage(image);
    const { id } = engine.createContainer({
      ...containerDefaults,
      name,
      image,
      command,
      env: Object.entries(variables).map(([variable, value]) => `${variable}=${value}`),
      mounts: mounts.map((mount) => ({ ...mount, readOnly: false })),
    });
    let stopped: Promise<void> | undefined;
    const stopListening = engine.follow(id, (line) => {
      if (doneAt !== undefined && line.includes(doneAt)) stopped ??= engine.stopContainer(id);
    });
    try {
      await engine.startContainer(id);
      const exitCode = await engine.ended(id);
      await stopped;
      return { exitCode, done: stopped !== undefined, lines: engine.logs(id) };
    } finally {
      stopListening();
      await engine.removeContainer(id);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SandboxError("SPC706", message, "`sandbox status` and `volumes --sandbox` show what there is.");
  }
}
