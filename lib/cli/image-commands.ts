import { configured, deployed, file, json, type CommandSpec } from "./command-spec";

/** Commands that look after the images of a configuration, and after the catalogue that knows them. */
export const imageCommands: readonly CommandSpec[] = [
  {
    path: "lock",
    summary: "Write the digests of all images beside the configuration, so that plans always mean these images.",
    arguments: [file],
    options: [
      { flags: "--from <file>", description: "take them from docker image inspect (- reads standard input)" },
      ...deployed,
    ],
    examples: ["lock", "lock --from images.json"],
    exitCodes: { 0: "written; with --sandbox only shown" },
    load: () => (require("./commands/lock") as typeof import("./commands/lock")).lock,
  },
  {
    path: "upgrade",
    summary: "Show what another edition would change, container by container.",
    arguments: [file],
    options: [
      { flags: "--to <edition>", description: "which edition", default: "the newest" },
      { flags: "--write", description: "change the line in the configuration; everything else in it stays" },
      ...configured,
    ],
    examples: ["upgrade", "upgrade --to 2025-07 --write"],
    exitCodes: { 0: "shown or written", 1: "the edition cannot plan the configuration; nothing was written" },
    load: () => (require("./commands/upgrade") as typeof import("./commands/upgrade")).upgrade,
  },
  {
    path: "catalogue diff",
    summary: "Compare a registry's list of tags with the catalogue of this package.",
    arguments: [{ name: "[file]", description: "the answer of /v2/<repository>/tags/list (default: standard input)" }],
    options: [json],
    examples: ["catalogue diff tags.json", "catalogue diff tags.json --json"],
    exitCodes: { 0: "no difference", 1: "differences" },
    load: () => (require("./commands/catalogue") as typeof import("./commands/catalogue")).catalogueDiff,
  },
];
