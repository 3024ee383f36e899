import { Interrupted } from "../terraform";
import { CommandFailure } from "./command-failure";
import type { Invocation } from "./invocation";

/**
 * A yes to what stands above, in so many letters; `--auto-approve` (of what Terraform does) or `--yes` gives it
 * beforehand.
 *
 * @throws {CommandFailure} SPC622 where nobody can be asked
 */
export async function isApproved(
  { options, terminal }: Invocation,
  question: string,
  flag: "--auto-approve" | "--yes" = "--auto-approve",
): Promise<boolean> {
  if (options.autoApprove || options.yes) return true;
  if (!terminal.interactive || options.json) {
    throw new CommandFailure(
      "SPC622",
      "these changes need an approval, and there is no terminal to ask on; nothing was changed",
      `look at them, then repeat the command with ${flag}`,
    );
  }
  const answer = await terminal.ask(`\n${question} Only "yes" is taken as a yes: `);
  if (answer === undefined) throw new Interrupted("stopped before anything was changed");
  return answer.trim() === "yes";
}
