import { nearest } from "../domain/nearest";
import type { Role, VerifyTarget } from "../operate";
import { CommandFailure } from "./command-failure";
import { findDeployed } from "./deployed-targets";
import type { Invocation } from "./invocation";
import { stepsOn } from "./steps";

/** What was asked of one container, by its name in the deployment or by its URL. */
export interface Asked {
  readonly target: VerifyTarget;
  /** The word after the name: a text, or a file. */
  readonly word: string;
}

/**
 * Reads `<name> <word>`, or `<word>` with `--url`.
 *
 * @throws SPC620 for wrong usage, SPC623 for a name that the deployment does not have, SPC812 when nothing is deployed
 */
export async function askedOf(invocation: Invocation, role: Role, what: "text" | "file"): Promise<Asked> {
  const { options, terminal } = invocation;
  const [first, second] = invocation.words;
  const { url } = options;
  if (url === undefined) {
    if (first === undefined || second === undefined) throw missing(first === undefined ? "name" : what);
    const { targets } = await findDeployed(invocation, { step: stepsOn(terminal, { quiet: true }) });
    return { target: choose(targets, first, role), word: second };
  }
  if (first === undefined) throw missing(what);
  if (second !== undefined) {
    throw new CommandFailure("SPC620", `"${first}" and --url both name a container`, "name one");
  }
  return { target: urlTarget(url), word: first };
}

const missing = (what: string): CommandFailure =>
  new CommandFailure("SPC620", `the ${what} is missing`, "--help shows what is needed, with examples");

function urlTarget(url: string | readonly string[]): VerifyTarget {
  const { targetOfText } = require("../operate") as typeof import("../operate");
  const target = targetOfText(String(url));
  if (target !== undefined) return target;
  throw new CommandFailure("SPC620", `"${String(url)}" is not a URL`, "write it as http://localhost:5001");
}

/** The container of that name, or of the end of that name after a site where only one fits. */
export function choose(targets: readonly VerifyTarget[], name: string, role: Role): VerifyTarget {
  const { roleOf } = require("../operate") as typeof import("../operate");
  const exact = targets.filter((target) => target.name === name);
  const [found, another] = exact.length > 0 ? exact : targets.filter((target) => target.name.endsWith(`/${name}`));
  const able = targets.filter((target) => roleOf(target) === role).map((target) => target.name);
  if (found === undefined) {
    const names = targets.map((target) => target.name);
    const near = nearest(name, names);
    throw new CommandFailure(
      "SPC623",
      `"${name}" is not a container of this deployment`,
      near.length > 0 ? `nearest: ${near.join(", ")}` : `there are: ${names.join(", ")}`,
    );
  }
  if (another !== undefined) {
    throw new CommandFailure(
      "SPC623",
      `"${name}" names more than one container`,
      `write one of ${targets
        .map((target) => target.name)
        .filter((each) => each.endsWith(`/${name}`))
        .join(", ")}`,
    );
  }
  if (found.function !== undefined && roleOf(found) !== role) {
    throw new CommandFailure(
      "SPC620",
      `"${name}" is ${found.function}, which does not ${role === "speaks" ? "speak" : "listen"}`,
      able.length > 0 ? `take ${able.join(" or ")}` : "this deployment has no container that does",
    );
  }
  return found;
}
