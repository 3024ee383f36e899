import { initialize, readOutputs } from "../../terraform";
import { prepare, type Deployment } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { mergedOutputs, renderTargets, targetsOf, type StackOutputs } from "../outputs";
import { openProject } from "../project";
import { stepsOn } from "../steps";
import type { Terminal } from "../terminal";
import { columns } from "../text";

export const output: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const sandbox = options.sandbox === true;
  // An answer for people and scripts alike: the steps on the way to it are not part of it.
  const step = stepsOn(terminal, { quiet: true });
  const deployment = await prepare(invocation, openProject(invocation, words[0]), step, {
    startSandbox: false,
  });
  const outputs = await readAllOutputs(deployment);
  const merged = mergedOutputs(outputs);
  if (options.json) writeJson(terminal, merged);
  else {
    writeHeading(terminal, "output", { sandbox });
    const targets = await targetsOf(deployment, outputs);
    terminal.write(
      `${targets.length > 0 ? renderTargets(targets, terminal) : renderHostUrls(merged.host_urls, terminal)}\n`,
    );
    const endpoint = merged.speech_endpoint;
    if (typeof endpoint === "string") terminal.write(`\n  billing endpoint  ${endpoint}\n`);
  }
  return 0;
};

/** Stacks of one's own may have host URLs without our description of the containers. */
function renderHostUrls(hostUrls: unknown, terminal: Terminal): string {
  const urls = Object.entries((hostUrls ?? {}) as Readonly<Record<string, string>>);
  return urls.length === 0 ? "  no containers: deploy first" : columns(urls, terminal.width);
}

/** Outputs of all stacks; empty for those that were not deployed yet. */
export async function readAllOutputs({ session, stacks, sandbox }: Deployment): Promise<readonly StackOutputs[]> {
  const all: StackOutputs[] = [];
  for (const stack of stacks) {
    await initialize(session, stack, { reconfigure: sandbox !== undefined });
    all.push({ stack, outputs: await readOutputs(session, stack) });
  }
  return all;
}
