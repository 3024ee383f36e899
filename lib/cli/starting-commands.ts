import { common, type CommandSpec } from "./command-spec";

/** The commands that a project begins with. */
export const startingCommands: readonly CommandSpec[] = [
  {
    path: "init",
    summary: "Write a configuration to start from, and in an empty folder an app around it.",
    options: [
      { flags: "--name <name>", description: "name of the deployment and of its account (asked for on a terminal)" },
      { flags: "--location <location>", description: "Azure location of the account (asked for on a terminal)" },
      { flags: "--locale <locale>", description: "what the first container transcribes", default: "en-US" },
      { flags: "--voice <voice>", description: "adds a container that speaks, such as en-US-AriaNeural" },
      { flags: "--accept-eula", description: "you accept the licence terms of the containers" },
      ...common,
    ],
    examples: ["init", "init --name contoso --location westeurope --accept-eula"],
    exitCodes: { 0: "written; nothing that was there is changed", 130: "interrupted; nothing was written" },
    load: () => (require("./commands/init") as typeof import("./commands/init")).init,
  },
  {
    path: "adopt",
    summary: "Write the configuration that means the same as docker run commands, a Compose file or docker inspect.",
    arguments: [{ name: "[file]", description: "what to read (default: standard input)" }],
    options: [
      {
        flags: "-o, --output <file>",
        description: "where it is written; - for standard output",
        default: "speech.yaml",
      },
      { flags: "--name <name>", description: "name of the deployment (default: what volumes say, else adopted)" },
      ...common,
    ],
    examples: ["adopt run.sh", "adopt docker-compose.yaml -o -"],
    exitCodes: { 0: "adopted as it was", 1: "adopted, with problems or parts that are not carried over" },
    load: () => (require("./commands/adopt") as typeof import("./commands/adopt")).adoptIt,
  },
];
