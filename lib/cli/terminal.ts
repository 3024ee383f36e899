import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import type { Environment, Interrupts } from "../terraform";

export type Style = "bold" | "dim" | "red" | "yellow" | "green";

/** Everything that a command touches of the world it was started in. */
export interface Terminal {
  /** Standard output: the answer, and nothing else with `--json`. */
  readonly write: (text: string) => void;
  /** Standard error: what went wrong. */
  readonly complain: (text: string) => void;
  /** Columns to write in; at most 80. */
  readonly width: number;
  readonly coloured: boolean;
  readonly paint: (style: Style, text: string) => string;
  /** True: standard output is a terminal, where a line can be drawn again. */
  readonly animated: boolean;
  /** True: somebody can be asked. */
  readonly interactive: boolean;
  /** Undefined: Ctrl+C instead of an answer. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly interrupts: Interrupts;
  readonly environment: Environment;
  readonly workingFolder: string;
}

const WIDTH = 80;

/** The terminal of this process. Colour only where it is seen: a terminal, and no NO_COLOR (no-color.org). */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const line = { hungUp: false };
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => forgiveGoneReader(error, line.hungUp));
  const coloured = stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb";
  return {
    write: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(text),
    width: Math.min(stdout.columns || WIDTH, WIDTH),
    coloured,
    paint: (style, text) => (coloured ? styleText(style, text) : text),
    animated: stdout.isTTY && env.TERM !== "dumb",
    interactive: stdin.isTTY && stdout.isTTY,
    ask: askOnTerminal,
    interrupts: processInterrupts(line),
    environment: env,
    workingFolder: process.cwd(),
  };
}

/** The end of the input is an empty answer. */
async function askOnTerminal(question: string): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const brokenOff = new Promise<string | undefined>((resolve) => {
    reader.once("SIGINT", () => resolve(undefined));
    reader.once("close", () => resolve(""));
  });
  const answer = await Promise.race([reader.question(question), brokenOff]);
  reader.close();
  return answer;
}

/**
 * Nobody reads any more (`deploy | head -2`): what is running still has to end properly, and Terraform to write its
 * state. After the terminal is closed any error of writing to it is of this kind.
 */
function forgiveGoneReader(error: NodeJS.ErrnoException, hungUp: boolean): void {
  if (hungUp || error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") return;
  throw error;
}

/**
 * Ctrl+C (also SIGTERM, and SIGHUP of a terminal that is closed) while somebody listens is theirs to handle, each press;
 * otherwise it ends the process at once, since nothing is being changed.
 */
function processInterrupts(line: { hungUp: boolean }): Interrupts {
  const listeners = new Set<() => void>();
  let requested = false;
  const press = (): void => {
    requested = true;
    if (listeners.size === 0) {
      process.stderr.write("\n  interrupted; nothing was being changed\n");
      process.exit(130);
    }
    listeners.forEach((listener) => listener());
  };
  process.on("SIGINT", press);
  process.on("SIGTERM", press);
  process.on("SIGHUP", () => {
    line.hungUp = true;
    press();
  });
  return {
    get requested() {
      return requested;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
