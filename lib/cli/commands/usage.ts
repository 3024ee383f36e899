import type { Usage } from "../../operate";
import { CommandFailure } from "../command-failure";
import { findDeployed } from "../deployed-targets";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { stepsOn } from "../steps";
import { columns } from "../text";

export const usage: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const { parseMonth, readUsage } = require("../../operate") as typeof import("../../operate");
  const month = options.month === undefined ? undefined : parseMonth(options.month);
  if (options.month !== undefined && month === undefined) {
    throw new CommandFailure("SPC620", `"${options.month}" is not a month`, "write it as 11/2026");
  }
  const { targets } = await findDeployed(invocation, { step: stepsOn(terminal, { quiet: true }) });
  const [name] = words;
  const asked = name === undefined ? targets : targets.filter((target) => isNamed(target.name, name));
  const counted = (await readUsage(asked, month)).filter(({ meters }) => meters !== undefined);
  if (counted.length === 0)
    throw noRecords(
      name,
      targets.map((target) => target.name),
    );
  if (options.json) {
    writeJson(terminal, {
      sandbox: options.sandbox === true,
      ...(month === undefined ? {} : { month: options.month }),
      containers: counted.map(({ target, meters }) => ({ name: target.name, meters })),
    });
  } else {
    writeHeading(terminal, "usage", { sandbox: options.sandbox === true });
    terminal.write(`${columns(counted.flatMap(rowsOf), terminal.width)}\n`);
  }
  return 0;
};

function isNamed(whole: string, name: string): boolean {
  return whole === name || whole.endsWith(`/${name}`);
}

function rowsOf({ target, meters = [] }: Usage): readonly (readonly string[])[] {
  return meters.map(({ name, quantity }) => [target.name, String(quantity), name]);
}

function noRecords(name: string | undefined, names: readonly string[]): CommandFailure {
  return new CommandFailure(
    "SPC840",
    name === undefined ? "no container tells of usage records" : `"${name}" tells of no usage records`,
    `disconnected containers keep them, while they run; there are: ${names.join(", ")}`,
  );
}
