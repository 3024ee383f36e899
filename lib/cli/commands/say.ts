import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SayAnswer } from "../../operate";
import { CommandFailure } from "../command-failure";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { askedOf } from "../one-container";
import { stepsOn } from "../steps";
import { hintOf, labelled, renderProblem, tenths } from "../talking";

const OUTPUT = "out.wav";

export const sayIt: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const { output = OUTPUT } = options;
  if (!quiet) writeHeading(terminal, "say", { sandbox });
  const { target, word: text } = await askedOf(invocation, "speaks", "text");
  const voice = options.voice ?? target.voice;
  if (voice === undefined) {
    throw new CommandFailure(
      "SPC620",
      `the voice of ${target.name} is not known`,
      "add --voice, such as --voice en-US-AriaNeural",
    );
  }
  const { say, readWav } = require("../../operate") as typeof import("../../operate");
  const said = await stepsOn(terminal, { quiet })<SayAnswer>("say", async () => {
    const value = await say({ ...target, text, voice });
    if (!value.said) return { value, text: `${target.name} did not speak` };
    writeAudio(resolve(terminal.workingFolder, output), value.audio);
    return { value, text: `${target.name} -> ${output} (${lengthOf(readWav(value.audio)?.seconds)})` };
  });
  const problem = said.said
    ? undefined
    : ({ code: "SPC814", sentence: `${target.name} did not speak: ${said.reason}` } as const);
  if (quiet) {
    writeJson(terminal, {
      sandbox,
      container: target.name,
      hostUrl: target.hostUrl,
      voice,
      said: text,
      ...(said.said
        ? { file: output, audioSeconds: tenths(readWav(said.audio)?.seconds ?? 0), seconds: tenths(said.seconds) }
        : { ...problem, hint: hintOf("SPC814") }),
    });
  } else if (problem === undefined) terminal.write(`\n${labelled("said", text, terminal)}\n`);
  else terminal.write(`\n${renderProblem(problem, terminal)}\n`);
  return problem === undefined ? 0 : 1;
};

const lengthOf = (seconds: number | undefined): string => `${(seconds ?? 0).toFixed(1)} s`;

function writeAudio(path: string, audio: Buffer): void {
  try {
    writeFileSync(path, audio);
  } catch (error) {
    throw new CommandFailure(
      "SPC626",
      `"${path}" cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      "name another file with --output",
    );
  }
}
