import { parseDuration } from "../../domain/duration";
import type { VerifyTarget } from "../../operate";
import { CommandFailure } from "../command-failure";
import { prepare, type Deployment } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Invocation } from "../invocation";
import { targetsOf } from "../outputs";
import { openProject } from "../project";
import { stepsOn, type Step } from "../steps";
import { counted } from "../text";
import { countAnswering, renderVerifications, runVerify, verificationJson } from "../verification";
import { readAllOutputs } from "./output";

export const verify: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const timeoutMs = options.timeout === undefined ? undefined : timeoutOf(options.timeout);
  const step = stepsOn(terminal, { quiet });
  if (!quiet) writeHeading(terminal, "verify", { sandbox });
  const { targets, deployment } = await findTargets(invocation, step);
  const results = await step("verify", async (say) => {
    const value = await runVerify({ targets, terminal, say, timeoutMs, deployment });
    return { value, text: countAnswering(value) };
  });
  if (quiet) writeJson(terminal, { sandbox, containers: results.map(verificationJson) });
  else terminal.write(`\n${renderVerifications(results, terminal)}\n`);
  if (terminal.interrupts.requested) return 130;
  return results.every(({ finding }) => finding.verdict === "answers") ? 0 : 1;
};

async function findTargets(
  invocation: Invocation,
  step: Step,
): Promise<{ readonly targets: readonly VerifyTarget[]; readonly deployment?: Deployment }> {
  const { options, words } = invocation;
  if (options.url !== undefined && options.url.length > 0) return { targets: options.url.map(targetOfOption) };
  const deployment = await prepare(invocation, openProject(invocation, words[0]), step);
  const targets = await step("outputs", async () => {
    const value = await targetsOf(deployment, await readAllOutputs(deployment));
    return { value, text: counted(value.length, "container") };
  });
  if (targets.length === 0) {
    throw new CommandFailure(
      "SPC812",
      "no stack has containers in its outputs: nothing was deployed yet, or it was destroyed",
      `run deploy${options.sandbox ? " --sandbox" : ""} first, or name containers with --url`,
    );
  }
  return { targets, deployment };
}

function targetOfOption(text: string): VerifyTarget {
  const { targetOfText } = require("../../operate") as typeof import("../../operate");
  const target = targetOfText(text);
  if (target !== undefined) return target;
  throw new CommandFailure(
    "SPC620",
    `"${text}" is not a URL`,
    "write --url captions=ws://localhost:5000 or --url http://localhost:5000",
  );
}

function timeoutOf(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new CommandFailure("SPC620", `"${text}" is not a duration`, "write it as 90s, 5m or 1m30s");
}
