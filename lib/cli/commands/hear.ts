import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CommandFailure } from "../command-failure";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { askedOf } from "../one-container";
import { stepsOn } from "../steps";
import { hintOf, labelled, renderProblem, requireSpeechSdk, tenths } from "../talking";

const LOCALE = "en-US";

export const hearIt: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  requireSpeechSdk();
  if (!quiet) writeHeading(terminal, "hear", { sandbox });
  const { target, word: file } = await askedOf(invocation, "listens", "file");
  const { wav, seconds } = readAudio(resolve(terminal.workingFolder, file), file);
  const locale = options.locale ?? target.locale ?? LOCALE;
  const { hear, textOf } = require("../../operate") as typeof import("../../operate");
  const answer = await stepsOn(terminal, { quiet })("hear", async (tell) => {
    const value = await hear({ ...target, wav, locale, interim: tell });
    return { value, text: `${file} (${seconds.toFixed(1)} s) -> ${target.name}` };
  });
  const heard = answer.heard ? textOf(answer.phrases) : "";
  const reason = answer.heard ? "heard no words" : `did not hear: ${answer.reason}`;
  const problem = heard === "" ? ({ code: "SPC815", sentence: `${target.name} ${reason}` } as const) : undefined;
  if (quiet) {
    writeJson(terminal, {
      sandbox,
      container: target.name,
      hostUrl: target.hostUrl,
      locale,
      file,
      audioSeconds: tenths(seconds),
      heard,
      ...(answer.heard ? { phrases: answer.phrases, seconds: tenths(answer.seconds) } : {}),
      ...(problem === undefined ? {} : { ...problem, hint: hintOf("SPC815") }),
    });
  } else if (problem === undefined) terminal.write(`\n${labelled("heard", heard, terminal)}\n`);
  else terminal.write(`\n${renderProblem(problem, terminal)}\n`);
  return problem === undefined ? 0 : 1;
};

function readAudio(path: string, named: string): { readonly wav: Buffer; readonly seconds: number } {
  const { readWav } = require("../../operate") as typeof import("../../operate");
  let wav: Buffer;
  try {
    wav = readFileSync(path);
  } catch (error) {
    throw new CommandFailure(
      "SPC626",
      `"${named}" cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      "name a WAV file; say makes one",
    );
  }
  const seconds = readWav(wav)?.seconds;
  if (seconds !== undefined) return { wav, seconds };
  throw new CommandFailure(
    "SPC626",
    `"${named}" is not a WAV file of PCM, A-law or mu-law samples`,
    "convert it, such as with: ffmpeg -i in.mp3 -ar 16000 -ac 1 out.wav",
  );
}
