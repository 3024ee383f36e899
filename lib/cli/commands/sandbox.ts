import type { SandboxAction, SandboxStatus } from "../../sandbox";
import { planOf, readConfig } from "../config";
import { openProjectSandbox } from "../deployment";
import { CommandFailure } from "../command-failure";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Options } from "../invocation";
import { openProject, type Project } from "../project";
import { renderExports } from "../shell-exports";
import type { Terminal } from "../terminal";
import { columns } from "../text";

export const sandboxUp: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const project = openProject(invocation, words[0]);
  const { loading, clock } = options;
  const status = await openProjectSandbox(project).up({
    engines: enginesOf(project, terminal),
    ...(loading === undefined ? {} : { loading }),
    ...(clock === undefined ? {} : { clock: numberOf(clock) }),
  });
  writeStatus(terminal, status, options.json === true);
  return 0;
};

export const sandboxStatus: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const status = await openProjectSandbox(openProject(invocation)).status();
  if (status === undefined && !options.json) {
    writeHeading(terminal, "", { sandbox: true });
    terminal.write("  not running: speech-containers sandbox up\n");
  } else if (status === undefined) writeJson(terminal, { running: false });
  else writeStatus(terminal, status, options.json === true);
  return status === undefined ? 1 : 0;
};

export const sandboxLogs: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const stop = new AbortController();
  const stopListening = terminal.interrupts.listen(() => stop.abort());
  const lines: string[] = [];
  const sandbox = openProjectSandbox(openProject(invocation));
  for await (const line of sandbox.logs(words[0] ?? "", { follow: options.follow, signal: stop.signal })) {
    if (options.json) lines.push(line);
    else terminal.write(`${line}\n`);
  }
  stopListening();
  if (options.json) writeJson(terminal, { lines });
  return terminal.interrupts.requested ? 130 : 0;
};

export const sandboxEnv: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const environment = await openProjectSandbox(openProject(invocation)).environment();
  if (options.json) writeJson(terminal, environment);
  else terminal.write(renderExports(environment, options.shell));
  return 0;
};

export const sandboxDown: Action = async (invocation) => {
  const { options, terminal } = invocation;
  await openProjectSandbox(openProject(invocation)).down();
  if (options.json) writeJson(terminal, { down: true });
  else terminal.write("The sandbox is down: no process, no port and no file of it is left.\n");
  return 0;
};

/** A command that lets something happen outside Terraform. */
export const outside =
  (
    actionOf: (words: readonly string[], options: Options) => SandboxAction,
    said: (words: readonly string[]) => string,
  ): Action =>
  async (invocation) => {
    const { options, terminal } = invocation;
    const words = invocation.words.map((word) => word ?? "");
    await openProjectSandbox(openProject(invocation)).act(actionOf(words, options));
    if (options.json) writeJson(terminal, { done: said(words) });
    else terminal.write(`In the sandbox, ${said(words)}.\n`);
    return 0;
  };

export const stopContainer = outside(
  ([name = ""]) => ({ stop: name }),
  ([name]) => `the container ${name} was stopped by hand`,
);
export const startContainer = outside(
  ([name = ""]) => ({ start: name }),
  ([name]) => `the container ${name} was started by hand`,
);
export const removeContainer = outside(
  ([name = ""]) => ({ removeContainer: name }),
  ([name]) => `the container ${name} was removed by hand`,
);
export const setContainer: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const { billing, slow, crash } = options;
  const [container = ""] = words;
  if (billing === undefined && slow === undefined && crash === undefined) {
    throw new CommandFailure("SPC620", "nothing is to be set", "give --billing, --slow or --crash");
  }
  await openProjectSandbox(openProject(invocation)).act({ set: { container, billing, slow, crash } });
  const said = [
    ...(billing === undefined ? [] : [`its billing calls end with ${billing}`]),
    ...(slow === undefined ? [] : [`it answers ${slow} later`]),
    ...(crash === undefined ? [] : ["it crashed"]),
  ];
  if (options.json) writeJson(terminal, { done: { container, billing, slow, crash } });
  else terminal.write(`In the sandbox, the container ${container}: ${said.join(", ")}.\n`);
  return 0;
};
export const addImage = outside(
  ([reference = ""], { login }) => ({ addImage: reference, ...(login === undefined ? {} : { login }) }),
  ([reference]) => `the image ${reference} can be pulled`,
);
export const removeImage = outside(
  ([reference = ""]) => ({ removeImage: reference }),
  ([reference]) => `the image ${reference} is not found any more`,
);

/** The default engine is always there. A configuration that is named has to be good; the default one may be missing. */
function enginesOf(project: Project, terminal: Terminal): readonly string[] {
  const plan = project.file === undefined ? readConfig(project).plan : planOf(project, terminal);
  return plan?.sites.flatMap(({ engine }) => engine.host ?? []) ?? [];
}

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new CommandFailure(
    "SPC620",
    `"${text}" is not a number above 0`,
    "write simulated seconds in a real one, such as 60",
  );
}

function writeStatus(terminal: Terminal, status: SandboxStatus, json: boolean): void {
  if (json) {
    writeJson(terminal, { running: true, ...status });
    return;
  }
  writeHeading(terminal, "", { sandbox: true });
  const rows = [
    ["process", String(status.pid)],
    ["folder", status.folder],
    ...status.engines.map(({ host, address }) => ["engine", `${host ?? "the default engine"} at ${address}`]),
    ...status.accounts.map(({ name, location }) => ["account", `${name} in ${location}`]),
  ];
  terminal.write(`${columns(rows, terminal.width)}\n`);
  const containers = status.containers.map((container) => [
    container.name,
    container.state,
    container.apiStatus === undefined
      ? ""
      : `${container.ready === false ? "loading" : "ready"}, key ${container.apiStatus}`,
    container.ports.map(({ address, host }) => `${address}:${host}`).join(" "),
  ]);
  terminal.write(containers.length === 0 ? "\n  no containers\n" : `\n${columns(containers, terminal.width)}\n`);
}
