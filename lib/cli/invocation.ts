import type { FailOn, Scanner } from "../checks";
import type { Profile } from "../domain";
import type { BillingWord } from "../sandbox";
import type { Terminal } from "./terminal";

/** All options that any command knows; each command declares which. */
export interface Options {
  readonly json?: boolean;
  readonly folder?: string;
  readonly config?: string;
  readonly sandbox?: boolean;
  readonly autoApprove?: boolean;
  readonly yes?: boolean;
  readonly detailedExitcode?: boolean;
  readonly timeout?: string;
  /** A list where it can be given several times. */
  readonly url?: string | readonly string[];
  readonly sources?: boolean;
  readonly follow?: boolean;
  readonly shell?: string;
  readonly loading?: string;
  readonly clock?: string;
  readonly billing?: BillingWord;
  readonly slow?: string;
  readonly crash?: boolean;
  readonly location?: string;
  readonly kind?: string;
  readonly keyFile?: string;
  readonly output?: string;
  readonly voice?: string;
  readonly locale?: string;
  readonly talk?: boolean;
  readonly name?: string;
  readonly acceptEula?: boolean;
  readonly container?: string;
  /** Such as `11/2026`. */
  readonly month?: string;
  /** Kinds of display models with commas between them. */
  readonly display?: string;
  readonly displayModel?: readonly string[];
  readonly login?: string;
  readonly from?: string;
  readonly synth?: string;
  readonly stack?: string;
  readonly profile?: Profile;
  readonly failOn?: FailOn;
  readonly strict?: boolean;
  readonly out?: readonly string[];
  readonly checks?: string;
  readonly emitWaivers?: Scanner;
  readonly to?: string;
  readonly write?: boolean;
}

/** One call of a command. */
export interface Invocation {
  /** What was given for the command's arguments, in order. */
  readonly words: readonly (string | undefined)[];
  readonly options: Options;
  readonly terminal: Terminal;
}

/** Does the work; answers with the exit code (design decision D27). */
export type Action = (invocation: Invocation) => Promise<number>;

/** Prints the JSON twin of a screen. */
export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.write(`${JSON.stringify(value, null, 2)}\n`);
}
