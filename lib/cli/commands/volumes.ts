import { enginesOf, type JudgedVolume, judgeVolumes, type PlannedEngine } from "../../domain/volumes";
import { nearest } from "../../domain/nearest";
import type { EngineDoor } from "../../operate";
import { isApproved } from "../approval";
import { CommandFailure } from "../command-failure";
import { planOf } from "../config";
import { engineDoors } from "../engine-doors";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Invocation } from "../invocation";
import { openProject } from "../project";
import type { Terminal } from "../terminal";
import { columns, wrap } from "../text";

interface Found {
  readonly volume: JudgedVolume;
  readonly door: EngineDoor;
}

export const listVolumes: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const volumes = (await findVolumes(invocation, words[0])).map(({ volume }) => volume);
  if (options.json) writeJson(terminal, { sandbox: options.sandbox === true, volumes });
  else {
    writeHeading(terminal, "volumes", { sandbox: options.sandbox === true });
    terminal.write(`${renderVolumes(volumes, terminal)}\n`);
  }
  return 0;
};

export const removeVolume: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const name = words[0] ?? "";
  const found = await findVolumes(invocation, undefined);
  const here = found.filter(({ volume }) => volume.name === name && volume.state !== "to be made");
  if (here.length === 0) throw unknownVolume(name, found);
  const held = here.flatMap(({ volume }) => volume.heldBy);
  if (held.length > 0) {
    throw new CommandFailure(
      "SPC642",
      `"${name}" is held by ${[...new Set(held)].join(", ")}; nothing was removed`,
      "take the container out of the configuration and deploy, or destroy; then repeat the command",
    );
  }
  if (!options.json) {
    writeHeading(terminal, "volumes rm", { sandbox: options.sandbox === true });
    terminal.write(here.map(({ volume }) => renderDoomed(volume, terminal)).join(""));
  }
  const approved = await isApproved(invocation, "Remove this for good?", "--yes");
  if (approved) {
    for (const { door } of here) await door.removeVolume(name);
  }
  if (options.json) {
    const removed = approved ? here.map(({ volume: { engine } }) => ({ name, engine })) : [];
    writeJson(terminal, { sandbox: options.sandbox === true, removed });
  } else terminal.write(approved ? `\n  removed  ${name}\n` : "\n  nothing was removed\n");
  return approved ? 0 : 2;
};

/** Every engine of the configuration is asked; volumes of other deployments on it are left out. */
async function findVolumes(invocation: Invocation, file: string | undefined): Promise<readonly Found[]> {
  const project = openProject(invocation, file);
  const plan = planOf(project, invocation.terminal);
  const open = await engineDoors(invocation, project);
  const found = await Promise.all(
    enginesOf(plan).map(async (engine: PlannedEngine) => {
      const door = open(engine);
      return judgeVolumes(plan, engine, await door.volumes()).map((volume) => ({ volume, door }));
    }),
  );
  return found.flat();
}

function unknownVolume(name: string, found: readonly Found[]): CommandFailure {
  const names = found.filter(({ volume }) => volume.state !== "to be made").map(({ volume }) => volume.name);
  const near = nearest(name, names);
  return new CommandFailure(
    "SPC643",
    `no engine holds "${name}" for this deployment`,
    near.length > 0 ? `nearest: ${near.join(", ")}` : "speech-containers volumes lists what there is",
  );
}

function renderVolumes(volumes: readonly JudgedVolume[], terminal: Terminal): string {
  if (volumes.length === 0) return "  no volumes: the configuration uses none, and none is left of an earlier one";
  const severalEngines = new Set(volumes.map(({ engine }) => engine)).size > 1;
  const rows = volumes.map(({ name, engine = "local engine", state, containers, heldBy }) => [
    state,
    name,
    ...(severalEngines ? [engine] : []),
    usersOf(containers, heldBy),
  ]);
  const left = volumes.some(({ state }) => state === "left");
  const hint = "volumes rm <name> removes one that is left; what is in there cannot be had again";
  return [columns(rows, terminal.width), ...(left ? ["", wrap(hint, terminal.width, "  ")] : [])].join("\n");
}

function usersOf(containers: readonly string[], heldBy: readonly string[]): string {
  if (containers.length > 0) return containers.join(", ");
  return heldBy.length > 0 ? `held by ${heldBy.join(", ")}` : "";
}

function renderDoomed({ name, engine, state, containers }: JudgedVolume, terminal: Terminal): string {
  const place = engine === undefined ? "" : ` on ${engine}`;
  const uses =
    state === "used"
      ? ` The configuration uses it (${containers.join(", ")}): what deploy puts in again takes time.`
      : "";
  return `  remove  ${name}${place}\n\n${wrap(`What is in there cannot be had again.${uses}`, terminal.width, "  ")}\n`;
}
