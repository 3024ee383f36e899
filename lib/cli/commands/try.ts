import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Talk, VerifyTarget } from "../../operate";
import { CommandFailure } from "../command-failure";
import { ConfigRefused } from "../config-refused";
import { openProjectSandbox, prepare } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Invocation } from "../invocation";
import { mergedOutputs, renderTargets, targetsOf, type StackOutputs } from "../outputs";
import { openProject, withFile, type Project } from "../project";
import { reportFailure } from "../report";
import { applyInRounds, type StackResult } from "../rounds";
import { describeCounts, planStacks, type StackOutcome } from "../stack-plans";
import { stepsOn, type Say, type Step } from "../steps";
import { describeProof, findTalk, isProven, prove, renderProof, type Proof } from "../proof";
import { renderSaidAndHeard, talkJson } from "../talking";
import { wrap } from "../text";
import { commandOf } from "../try-command";
import { verificationJson } from "../verification";
import { sandboxStatus } from "./sandbox";

const EXAMPLE = join("examples", "four-functions", "speech.yaml");
const LOG = join(".sandbox", "try.log");
/** Below the sandbox, so that `down` leaves nothing of it. */
const AUDIO = join(".sandbox", "hello.wav");
const STEPS = 6;
const LABEL_WIDTH = 14;
const INDENT = " ".repeat(2 + LABEL_WIDTH);

/** `try [file]`, `try down`, `try logs`, `try status`. */
export const tryIt: Action = (invocation) => {
  switch (invocation.words[0]) {
    case "down":
      return down(invocation);
    case "logs":
      return logs(invocation);
    case "status":
      return sandboxStatus(invocation);
    default:
      return deployAndVerify({ ...invocation, options: { ...invocation.options, sandbox: true } });
  }
};

async function deployAndVerify(invocation: Invocation): Promise<number> {
  const { options, terminal, words } = invocation;
  const project = projectToTry(openProject(invocation, words[0]));
  const quiet = options.json === true;
  const step = stepsOn(terminal, { total: STEPS, quiet });
  if (!quiet) writeHeading(terminal, "", { sandbox: true });
  const log = startLog(project);
  try {
    const deployment = await prepare(invocation, project, step, { transcript: log, notes: !quiet });
    const first = await step("plan", async (say) => {
      const outcomes = await planStacks(deployment, deployment.stacks, { step: hidden(say), details: false });
      outcomes.forEach(throwFailure);
      return { value: outcomes, text: summaryOf(outcomes) };
    });
    const results = await step("apply", async (say) => {
      const approve = (): Promise<boolean> => Promise.resolve(true);
      const value = await applyInRounds(deployment, { step: hidden(say), first, approve, details: false });
      value.forEach(throwFailure);
      return { value, text: appliedText(value) };
    });
    const outputs = results.flatMap((result): StackOutputs[] => ("outputs" in result ? [result] : []));
    const targets = await targetsOf(deployment, outputs);
    const talks = findTalk(targets);
    const proof = await step("pair" in talks ? "talk" : "verify", async (say) => {
      const file = join(project.folder, AUDIO);
      const value = await prove({ targets, terminal, say, deployment }, talks, file);
      log(
        [...value.verified.results.map(verificationJson), ...(value.talk === undefined ? [] : [talkJson(value.talk)])]
          .map((each) => `${JSON.stringify(each)}\n`)
          .join(""),
      );
      return { value, text: describeProof(value) };
    });
    const well = isProven(proof);
    if (quiet) {
      writeJson(terminal, {
        notes: deployment.notes,
        outputs: mergedOutputs(outputs),
        containers: proof.verified.results.map(verificationJson),
        unasked: proof.verified.unasked,
        talk: proof.talk === undefined ? { left: proof.left } : talkJson(proof.talk),
      });
    } else if (well) terminal.write(renderEnd(invocation, project, targets, proof));
    else {
      terminal.write(`\n${renderProof(proof, terminal)}\n\n  everything: ${commandOf(invocation)} logs\n`);
    }
    if (terminal.interrupts.requested) return 130;
    return well ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error) || error.name === "Interrupted" || error instanceof ConfigRefused) throw error;
    const begun = existsSync(dirname(join(project.folder, LOG)));
    // What is refused before anything was started leaves nothing, a log neither.
    if (begun) log(`${error.message}\n`);
    reportFailure(error, terminal, quiet);
    if (begun && !quiet) terminal.complain(`\n  everything: ${commandOf(invocation)} logs\n`);
    return 2;
  }
}

/** Argument, `--config` and SPEECH_CONFIG win; then the example of this project; then its own configuration. */
function projectToTry(project: Project): Project {
  const chosen = project.file !== undefined || project.environment.SPEECH_CONFIG;
  return chosen || !existsSync(join(project.folder, EXAMPLE)) ? project : withFile(project, EXAMPLE);
}

/** The log of one `try`: everything that its tools said, scrubbed. */
function startLog({ folder }: Project): (text: string) => void {
  const path = join(folder, LOG);
  let started = false;
  return (text) => {
    if (!started) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, "", { mode: 0o600 });
      started = true;
    }
    appendFileSync(path, text);
  };
}

/** Work of several stacks within one row: what each says goes to the row. */
function hidden(say: Say): Step {
  return async (_name, work) => (await work(say)).value;
}

function throwFailure(outcome: StackOutcome | StackResult): void {
  if (outcome.kind === "failed") throw outcome.error;
}

function summaryOf(outcomes: readonly StackOutcome[]): string {
  const plans = outcomes.flatMap((outcome) => (outcome.kind === "planned" ? [outcome.plan] : []));
  const sum = (key: "add" | "change" | "destroy"): number =>
    plans.reduce((total, { counts }) => total + counts[key], 0);
  const counts = { add: sum("add"), change: sum("change"), destroy: sum("destroy") };
  const waiting = outcomes.filter(({ kind }) => kind === "waiting").length;
  return (
    describeCounts({ changed: plans.some(({ changed }) => changed), counts }) +
    (waiting > 0 ? `, ${waiting} after the account` : "")
  );
}

function appliedText(results: readonly StackResult[]): string {
  const done = results.reduce((total, result) => {
    return result.kind === "applied" ? total + result.counts.add + result.counts.change + result.counts.destroy : total;
  }, 0);
  return done === 0 ? "nothing to do" : `${done} of ${done}`;
}

function renderEnd(invocation: Invocation, project: Project, targets: readonly VerifyTarget[], spoken: Proof): string {
  const { terminal } = invocation;
  const me = commandOf(invocation);
  const file = project.file ?? project.environment.SPEECH_CONFIG ?? "speech.yaml";
  const { talk } = spoken;
  const next = [
    ...(talk === undefined ? [] : [["speak to it", speakCommand(talk, invocation, project)]]),
    [
      "change it",
      wrapped(`edit ${shown(file, terminal)}, then ${[me, ...invocation.words].join(" ")} again`, terminal),
    ],
    ["for real", wrapped('az login; npx speech-containers deploy (README, "For real")', terminal)],
    ["stop", `${me} down`],
  ].map(([label = "", text = ""]) => `  ${label.padEnd(LABEL_WIDTH)}${text}\n`);
  const title = terminal.paint("bold", "Next");
  const words =
    talk === undefined ? wrap(`no talk: ${spoken.left}`, terminal.width, "  ") : renderSaidAndHeard(talk, terminal);
  return `\n${words}\n\n${renderTargets(targets, terminal)}\n\n${title}\n${next.join("")}`;
}

const wrapped = (text: string, { width }: Invocation["terminal"]): string => wrap(text, width, INDENT).trimStart();

/** Works as it stands, pasted from both of its lines. */
function speakCommand({ pair }: Talk, { terminal }: Invocation, project: Project): string {
  const file = project.file ?? project.environment.SPEECH_CONFIG;
  const elsewhere = relative(terminal.workingFolder, project.folder) !== "";
  const more = [
    ...(elsewhere ? ["-C", shown(project.folder, terminal)] : []),
    ...(file === undefined ? [] : ["--config", shown(resolve(project.folder, file), terminal)]),
  ];
  const line = `npx speech-containers say ${pair.speaker.name} "Any sentence" --sandbox`;
  return more.length === 0 ? line : `${line} \\\n${INDENT}${more.join(" ")}`;
}

function shown(file: string, { workingFolder }: Invocation["terminal"]): string {
  return file.startsWith(workingFolder) ? relative(workingFolder, file) : file;
}

async function down(invocation: Invocation): Promise<number> {
  const { options, terminal } = invocation;
  await openProjectSandbox(openProject(invocation)).down();
  if (options.json) writeJson(terminal, { down: true });
  else terminal.write("The sandbox is down: no process, no port and no file of it is left.\n");
  return 0;
}

function logs(invocation: Invocation): Promise<number> {
  const path = join(openProject(invocation).folder, LOG);
  if (!existsSync(path)) {
    throw new CommandFailure("SPC701", "there is no log: nothing was tried yet", `run ${commandOf(invocation)}`);
  }
  invocation.terminal.write(readFileSync(path, "utf8"));
  return Promise.resolve(0);
}
