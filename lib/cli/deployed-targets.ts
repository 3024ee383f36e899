import type { VerifyTarget } from "../operate";
import { counted } from "../domain/words";
import { CommandFailure } from "./command-failure";
import { readAllOutputs } from "./commands/output";
import { prepare, type Deployment } from "./deployment";
import type { Invocation } from "./invocation";
import { targetsOf } from "./outputs";
import { openProject } from "./project";
import type { Step } from "./steps";

/**
 * The containers in the outputs of a deployment.
 *
 * @throws SPC812 when there are none
 */
export async function findDeployed(
  invocation: Invocation,
  { step, file }: { readonly step: Step; /** The configuration, as argument. */ readonly file?: string },
): Promise<{ readonly targets: readonly VerifyTarget[]; readonly deployment: Deployment }> {
  const deployment = await prepare(invocation, openProject(invocation, file), step, { startSandbox: false });
  const targets = await step("outputs", async () => {
    const value = await targetsOf(deployment, await readAllOutputs(deployment));
    return { value, text: counted(value.length, "container") };
  });
  if (targets.length > 0) return { targets, deployment };
  throw new CommandFailure(
    "SPC812",
    "no stack has containers in its outputs: nothing was deployed yet, or it was destroyed",
    `run deploy${invocation.options.sandbox ? " --sandbox" : ""} first, or name containers with --url`,
  );
}
