import { deployed, file, yes, type CommandSpec, type OptionSpec } from "./command-spec";

const load = (): typeof import("./commands/volumes") =>
  require("./commands/volumes") as typeof import("./commands/volumes");

const loadModel = (): typeof import("./commands/model") =>
  require("./commands/model") as typeof import("./commands/model");

const display: OptionSpec = {
  flags: "--display <kinds>",
  description: "display models: punct, rescore, resegment, wfstitn or full, with commas between",
};

/** Commands that ask a site's engine beside Terraform. */
export const engineCommands: readonly CommandSpec[] = [
  {
    path: "volumes list",
    isDefault: true,
    summary: "Compare the volumes that the engines hold with those that the configuration uses.",
    arguments: [file],
    options: deployed,
    examples: ["volumes list --sandbox", "volumes list examples/four-functions/speech.yaml --json"],
    exitCodes: { 0: "listed" },
    load: () => load().listVolumes,
  },
  {
    path: "volumes rm",
    summary: "Remove a volume of this deployment for good, after asking.",
    arguments: [{ name: "<name>", description: "the whole name, as volumes list shows it" }],
    options: [yes, ...deployed],
    examples: [
      "volumes rm lab-model-11111111-2222-3333-4444-555555555555",
      "volumes rm lab-model-11111111-2222-3333-4444-555555555555 -y",
    ],
    exitCodes: { 0: "removed" },
    load: () => load().removeVolume,
  },
  {
    path: "model list",
    summary: "List the base models of a locale, by a one-shot container on the site's engine.",
    arguments: [{ name: "<locale>", description: "such as en-US" }],
    options: [
      {
        flags: "--container <name>",
        description: "whose image and engine to use (default: the first custom-speech-to-text)",
      },
      display,
      ...deployed,
    ],
    examples: ["model list en-US --sandbox", "model list en-US --container callcenter --json"],
    exitCodes: { 0: "listed, also when there is none" },
    load: () => loadModel().listModels,
  },
  {
    path: "model download",
    summary: "Fetch a container's model, or its display models, into its volume before it serves.",
    arguments: [{ name: "<container>", description: "a container with a modelId" }],
    options: [
      display,
      { flags: "--locale <locale>", description: "the locale of --display, such as en-US" },
      {
        flags: "--display-model <kind=id>",
        description: "one display model by its id",
        repeatable: true,
      },
      ...deployed,
    ],
    examples: ["model download callcenter --sandbox", "model download callcenter --display full --locale en-US"],
    exitCodes: { 0: "it is in the volume" },
    load: () => loadModel().downloadModel,
  },
  {
    path: "usage",
    summary: "Print the usage records of disconnected containers.",
    arguments: [{ name: "[container]", description: "a disconnected container (default: all)" }],
    options: [{ flags: "--month <month>", description: "of this month only, such as 11/2026" }, ...deployed],
    examples: ["usage --sandbox", "usage captions --month 11/2026"],
    exitCodes: { 0: "printed" },
    load: () => (require("./commands/usage") as typeof import("./commands/usage")).usage,
  },
];
