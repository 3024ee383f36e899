import type { Terminal } from "../../lib/cli/terminal";

export interface RecordingTerminal extends Terminal {
  /** Standard output and standard error so far. */
  readonly out: () => string;
  readonly err: () => string;
}

/** A terminal of 80 columns that nobody sits at, unless told otherwise. */
export function recordingTerminal(more: Partial<Terminal> = {}): RecordingTerminal {
  let out = "";
  let err = "";
  return {
    write: (text) => (out += text),
    complain: (text) => (err += text),
    width: 80,
    coloured: false,
    paint: (_style, text) => text,
    animated: false,
    interactive: false,
    ask: () => Promise.reject(new Error("nobody is there to be asked")),
    interrupts: { requested: false, listen: () => () => undefined },
    environment: {},
    workingFolder: process.cwd(),
    ...more,
    out: () => out,
    err: () => err,
  };
}
