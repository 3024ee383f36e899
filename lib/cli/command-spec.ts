import type { Action } from "./invocation";

export interface OptionSpec {
  /** As commander reads it: `--timeout <duration>`. */
  readonly flags: string;
  readonly description: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  /** Can be given several times. */
  readonly repeatable?: boolean;
}

export interface ArgumentSpec {
  /** `<name>` required, `[name]` optional. */
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

export interface CommandSpec {
  /** `plan`, or `sandbox up` for a command of a group. */
  readonly path: string;
  /** True: what the group does when no command of it is named. */
  readonly isDefault?: boolean;
  /** One sentence. */
  readonly summary: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Command lines that work as they stand, without the program's name. */
  readonly examples: readonly [string, string];
  /** Meaning of the exit codes besides 2, which always is: could not be done, or wrong usage. */
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Requires the command's code, and with it the rooms that it uses. */
  readonly load: () => Action;
}

export const json: OptionSpec = { flags: "--json", description: "print the JSON twin of the screen" };

const folder: OptionSpec = {
  flags: "-C, --folder <folder>",
  description: "the project: the folder of cdktf.json, speech.yaml and the state",
  default: "the working folder",
};

const sandbox: OptionSpec = {
  flags: "--sandbox",
  description: "simulate Azure and the containers; no real state is touched",
};

const config: OptionSpec = {
  flags: "--config <file>",
  description: "the configuration (default: SPEECH_CONFIG, else speech.yaml)",
};

export const approve: OptionSpec = { flags: "--auto-approve", description: "do it without asking" };

export const yes: OptionSpec = { flags: "-y, --yes", description: "do it without asking" };

export const file: ArgumentSpec = {
  name: "[file]",
  description: "the configuration (default: SPEECH_CONFIG, else speech.yaml)",
};

/** Options of every command. */
export const common: readonly OptionSpec[] = [folder, json];

/** Options of every command that reads a configuration. */
export const configured: readonly OptionSpec[] = [config, ...common];

/** Options of every command that runs Terraform. */
export const deployed: readonly OptionSpec[] = [sandbox, ...configured];
