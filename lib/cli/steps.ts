import type { Terminal } from "./terminal";
import { wrap } from "./text";

/** Says what a running step is at; shown while it runs. */
export type Say = (text: string) => void;

/** Runs work as a step of a screen; the work answers with what the row says when it is done. */
export type Step = <Value>(
  name: string,
  work: (say: Say) => Promise<{ readonly value: Value; readonly text: string }>,
) => Promise<Value>;

const NAME_WIDTH = 12;
const TIME_WIDTH = 8;
const FRAMES = ["-", "\\", "|", "/"];
/** Below this a spinner only flickers. */
const FIRST_FRAME_MS = 300;
const FRAME_MS = 120;
/** SCREENS 5: where no line can be drawn again, one line every ten seconds. */
const LIFE_SIGN_MS = 10_000;

/**
 * Rows that show what is done and how long it took. With a total they are numbered. Quiet (`--json`) steps write
 * nothing to standard output; their signs of life go to standard error.
 */
export function stepsOn(terminal: Terminal, { total, quiet = false }: { total?: number; quiet?: boolean } = {}): Step {
  let number = 0;
  return async (name, work) => {
    number += 1;
    const start = performance.now();
    const head = `  ${total === undefined ? "" : `[${number}/${total}] `}${name.padEnd(NAME_WIDTH)}`;
    const life = showLife(terminal, { head, name, start, quiet });
    try {
      const { value, text } = await work(life.say);
      life.end();
      if (!quiet) terminal.write(`${row(terminal, head, text, start)}\n`);
      return value;
    } catch (error) {
      life.end();
      const stopped = error instanceof Error && error.name === "Interrupted";
      if (!quiet) terminal.write(`${row(terminal, head, stopped ? STOPPED : FAILED, start)}\n`);
      throw error;
    }
  };
}

/** The time stands in the last columns of the first line; a long text goes on below its beginning. */
function row(terminal: Terminal, head: string, text: string, start: number): string {
  const time = `${((performance.now() - start) / 1_000).toFixed(1)} s`.padStart(TIME_WIDTH);
  const space = terminal.width - head.length - TIME_WIDTH;
  const [first = "", ...more] = wrap(text, space).split("\n");
  // Padded before it is painted: colour codes have no width.
  const padding = " ".repeat(Math.max(space - first.length, 0));
  const words = text === FAILED ? terminal.paint("red", first) : first;
  return [
    `${head}${words}${padding}${terminal.paint("dim", time)}`,
    ...more.map((line) => " ".repeat(head.length) + line),
  ].join("\n");
}

const FAILED = "failed";
const STOPPED = "stopped";

function showLife(
  terminal: Terminal,
  { head, name, start, quiet }: { head: string; name: string; start: number; quiet: boolean },
): { readonly say: Say; readonly end: () => void } {
  let detail = "";
  let frame = 0;
  let drawn = false;
  const draw = (): void => {
    if (performance.now() - start < FIRST_FRAME_MS) return;
    drawn = true;
    const sign = FRAMES[frame++ % FRAMES.length] ?? "";
    terminal.write(
      `\r${row(terminal, head, `${sign} ${detail}`.slice(0, terminal.width - head.length - TIME_WIDTH), start)}`,
    );
  };
  const tell = (): void => {
    const seconds = Math.round((performance.now() - start) / 1_000);
    const line = `      ${name}: ${detail === "" ? "still at work" : detail} (${seconds} s)\n`;
    if (quiet) terminal.complain(line);
    else terminal.write(line);
  };
  const animated = terminal.animated && !quiet;
  const timer = setInterval(animated ? draw : tell, animated ? FRAME_MS : LIFE_SIGN_MS);
  return {
    say: (text) => (detail = text),
    end: () => {
      clearInterval(timer);
      if (drawn) terminal.write(`\r${" ".repeat(terminal.width)}\r`);
    },
  };
}
