import type { Terminal } from "./terminal";

/** The first lines of a screen. A sandbox run says on every screen that it is one (design decision D18). */
export function writeHeading(terminal: Terminal, what: string, { sandbox }: { readonly sandbox: boolean }): void {
  const title = ["Speech containers", ...(sandbox ? ["sandbox"] : []), ...(what === "" ? [] : [what])].join(" · ");
  terminal.write(`${terminal.paint("bold", title)}\n`);
  if (sandbox) terminal.write("Azure and the containers are simulated. Nothing leaves this machine.\n");
  terminal.write("\n");
}
