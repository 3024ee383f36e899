import { Argument, Command, CommanderError, Option } from "commander";
import { commands, groups } from "./commands";
import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command-spec";
import type { Action, Invocation, Options } from "./invocation";
import { packageVersion } from "./package";

const NAME = "speech-containers";
const WIDTH = 80;

/** What a command line asks for: a command, or a text to print (help, version). */
export type Call =
  | { readonly kind: "command"; readonly action: Action; readonly call: Omit<Invocation, "terminal"> }
  /** Help that nobody asked for (a command is missing) is wrong usage too. */
  | { readonly kind: "text"; readonly text: string; readonly asked: boolean }
  | { readonly kind: "wrong"; readonly message: string; readonly hint: string };

/** Reads a command line. Loads commander only; a command's own code is required when it is known which. */
export function readCommandLine(words: readonly string[]): Call {
  const answer: { text: string; call?: Call } = { text: "" };
  const program = buildProgram((spec, given, options) => {
    answer.call = { kind: "command", action: spec.load(), call: { words: given, options } };
  });
  everyCommand(program).forEach((command) => {
    command.exitOverride().configureOutput({
      writeOut: (text) => (answer.text += text),
      writeErr: (text) => (answer.text += text),
      outputError: () => undefined,
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
    });
  });
  try {
    program.parse(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return afterStop(error, answer.text);
  }
  return answer.call ?? { kind: "text", text: program.helpInformation(), asked: false };
}

/** The whole command tree, for help texts and tests. */
export function buildProgram(
  run: (spec: CommandSpec, words: readonly (string | undefined)[], options: Options) => void,
): Command {
  const program = new Command(NAME)
    .description("Azure Speech in containers, as code: one description becomes account, containers and URLs.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureHelp({ minWidthToWrap: 30, subcommandTerm });
  for (const spec of commands) addCommand(program, spec, run);
  program.addHelpText("after", `\n${NAME} <command> --help shows its options, examples and exit codes.`);
  return program;
}

function addCommand(program: Command, spec: CommandSpec, run: Parameters<typeof buildProgram>[0]): void {
  const path = spec.path.split(" ");
  const parent = path.slice(0, -1).reduce((above, _name, depth) => group(above, path.slice(0, depth + 1)), program);
  const command = parent
    .command(path.at(-1) ?? "", { isDefault: spec.isDefault === true })
    .description(spec.summary)
    .helpOption("-h, --help", "print this help")
    .allowExcessArguments(false);
  spec.arguments?.forEach((argument) => command.addArgument(argumentOf(argument)));
  spec.options.forEach((option) => command.addOption(optionOf(option)));
  command.addHelpText("after", afterHelp(spec));
  command.action((...given: unknown[]) => {
    const words = given.slice(0, command.registeredArguments.length) as (string | undefined)[];
    run(spec, words, command.opts<Options>());
  });
}

function group(above: Command, path: readonly string[]): Command {
  const name = path.at(-1) ?? "";
  const found = above.commands.find((command) => command.name() === name);
  return (
    found ??
    above
      .command(name)
      .description(groups[path.join(" ")] ?? "")
      .helpOption("-h, --help", "print this help")
      .helpCommand(false)
  );
}

function argumentOf({ name, description, choices }: ArgumentSpec): Argument {
  const argument = new Argument(name, description);
  return choices === undefined ? argument : argument.choices(choices);
}

function optionOf({ flags, description, default: value, choices, repeatable }: OptionSpec): Option {
  const option = new Option(flags, value === undefined ? description : `${description} (default: ${value})`);
  if (choices !== undefined) option.choices(choices);
  if (repeatable) option.argParser((word: string, before: readonly string[] | undefined) => [...(before ?? []), word]);
  return option;
}

function afterHelp({ examples, exitCodes }: CommandSpec): string {
  const codes = { ...exitCodes, 2: exitCodes[2] ?? "could not be done, or wrong usage" };
  return [
    "",
    "Examples:",
    ...examples.map((example) => `  ${NAME} ${example}`),
    "",
    "Exit codes:",
    ...Object.entries(codes).map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`),
  ].join("\n");
}

/** Name and arguments; that there are options goes without saying. */
function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  return [command.name(), ...words].join(" ");
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Commander stops for help and version too; anything else is wrong usage, with the nearest word if there is one. */
function afterStop(error: CommanderError, text: string): Call {
  if (error.exitCode === 0 || error.code === "commander.help")
    return { kind: "text", text, asked: error.exitCode === 0 };
  const [first = "", suggestion] = error.message.split("\n");
  const [, nearest] = /Did you mean (.+)\?\)/.exec(suggestion ?? "") ?? [];
  return {
    kind: "wrong",
    message: first
      .replace(/^error: /, "")
      .replaceAll("'", '"')
      .replace(/\.$/, ""),
    hint: nearest === undefined ? "--help shows what there is" : `nearest: ${nearest.replace(/^one of /, "")}`,
  };
}
