import { deployed, file, type CommandSpec } from "./command-spec";

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
];
