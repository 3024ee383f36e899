import { resolve } from "node:path";
import type { PlannedEngine } from "../domain";
import type { EngineDoor } from "../operate";
import type { Sandbox } from "../sandbox";
import { CommandFailure } from "./command-failure";
import { openProjectSandbox } from "./deployment";
import type { Invocation } from "./invocation";
import type { Project } from "./project";

/** Opens an engine of the plan. */
export type OpenEngine = (engine: PlannedEngine) => EngineDoor;

/**
 * How this invocation reaches engines beside Terraform: the sandbox's with `--sandbox`, else by the `docker` command.
 *
 * @throws SPC701 with `--sandbox` while it does not run
 */
export async function engineDoors({ options }: Pick<Invocation, "options">, project: Project): Promise<OpenEngine> {
  if (options.sandbox) {
    const sandbox = openProjectSandbox(project);
    if ((await sandbox.status()) === undefined) {
      throw new CommandFailure(
        "SPC701",
        "the sandbox is not running",
        "run deploy --sandbox first; sandbox up brings back what was deployed before",
      );
    }
    return ({ host }) => sandboxEngine(sandbox, host);
  }
  const { dockerCommand, dockerEngine } = require("../operate") as typeof import("../operate");
  return ({ host, certPath }) => {
    // As the stacks do: a relative folder is taken from the project.
    const certificates = certPath === undefined ? {} : { certPath: resolve(project.folder, certPath) };
    return dockerEngine(dockerCommand({ host, ...certificates }, project.environment));
  };
}

function sandboxEngine(sandbox: Sandbox, engineHost: string | undefined): EngineDoor {
  return {
    volumes: () => sandbox.volumes(engineHost),
    removeVolume: (name) => sandbox.act({ removeVolume: { name, engineHost } }),
    runJob: ({ onLine: _onLine, ...job }) => sandbox.runJob(job, engineHost),
  };
}
