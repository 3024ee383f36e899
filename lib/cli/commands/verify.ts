import { parseDuration } from "../../domain/duration";
import type { Talk, TalkPair, VerifyTarget } from "../../operate";
import { CommandFailure } from "../command-failure";
import { findDeployed } from "../deployed-targets";
import type { Deployment } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Invocation } from "../invocation";
import { stepsOn, type Step } from "../steps";
import { countUnderstood, nameOf, renderTalk, requirePairs, talkJson } from "../talking";
import { countAnswering, renderVerified, runVerify, verificationJson } from "../verification";

export const verify: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const timeoutMs = options.timeout === undefined ? undefined : timeoutOf(options.timeout);
  const step = stepsOn(terminal, { quiet });
  if (!quiet) writeHeading(terminal, "verify", { sandbox });
  const { targets, deployment } = await findTargets(invocation, step);
  const pairs = options.talk ? requirePairs(targets) : [];
  const verified = await step("verify", async (say) => {
    const value = await runVerify({ targets, terminal, say, timeoutMs, confirm: true, deployment });
    return { value, text: countAnswering(value.results) };
  });
  const { results, unasked } = verified;
  const well = results.filter(({ finding }) => finding.verdict === "answers").map(({ target }) => target.name);
  const ready = pairs.filter(({ speaker, listener }) => well.includes(speaker.name) && well.includes(listener.name));
  const talks = ready.length === 0 || terminal.interrupts.requested ? [] : await talkAll(ready, step);
  if (quiet) {
    writeJson(terminal, {
      sandbox,
      containers: results.map(verificationJson),
      unasked,
      ...(options.talk ? { talks: talks.map(talkJson) } : {}),
    });
  } else {
    const parts = [renderVerified(verified, terminal), ...talks.map((each) => renderTalk(each, terminal))];
    terminal.write(`\n${parts.join("\n\n")}\n`);
  }
  if (terminal.interrupts.requested) return 130;
  return well.length === results.length && talks.every(({ problem }) => problem === undefined) ? 0 : 1;
};

/** One after the other: a container at its smallest size recognizes one stream in real time. */
function talkAll(pairs: readonly TalkPair[], step: Step): Promise<readonly Talk[]> {
  const { talk } = require("../../operate") as typeof import("../../operate");
  return step("talk", async (say) => {
    const value: Talk[] = [];
    for (const pair of pairs) {
      say(nameOf(pair));
      value.push(await talk(pair));
    }
    return { value, text: countUnderstood(value) };
  });
}

async function findTargets(
  invocation: Invocation,
  step: Step,
): Promise<{ readonly targets: readonly VerifyTarget[]; readonly deployment?: Deployment }> {
  const { options, words } = invocation;
  const urls = [options.url ?? []].flat();
  if (urls.length > 0) return { targets: targetsOfUrls(urls, words[0] ?? options.config) };
  return findDeployed(invocation, { step, file: words[0] });
}

function targetsOfUrls(urls: readonly string[], file: string | undefined): readonly VerifyTarget[] {
  if (file !== undefined) {
    throw new CommandFailure("SPC620", `"${file}" and --url both say what to verify`, "leave one of them out");
  }
  const targets = urls.map(targetOfOption);
  const names = targets.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return targets;
  throw new CommandFailure("SPC620", `two --url are named "${twice}"`, "give each a name of its own: --url name=URL");
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
