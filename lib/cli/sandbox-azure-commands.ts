import { common, type ArgumentSpec, type CommandSpec, type OptionSpec } from "./command-spec";

const load = (): typeof import("./commands/sandbox-azure") =>
  require("./commands/sandbox-azure") as typeof import("./commands/sandbox-azure");

const account: ArgumentSpec = { name: "<account>", description: "name of the account" };
const group: ArgumentSpec = { name: "<group>", description: "name of the resource group" };
const location: OptionSpec = { flags: "--location <region>", description: "Azure region", default: "westeurope" };
const keyFile: OptionSpec = {
  flags: "--key-file <file>",
  description: "write the key into this file, for you alone; it is never printed",
};

const done = { 0: "done" };

/** The commands of `sandbox` for what happens in Azure outside Terraform. */
export const sandboxAzureCommands: readonly CommandSpec[] = [
  {
    path: "sandbox regenerate-key",
    summary: "Regenerate a key of an account, as in the portal.",
    arguments: [account, { name: "<key>", description: "which of the two", choices: ["key1", "key2"] }],
    options: [keyFile, ...common],
    examples: ["sandbox regenerate-key contoso-speech key1", "sandbox regenerate-key contoso-speech key2"],
    exitCodes: done,
    load: () => load().regenerateKey,
  },
  {
    path: "sandbox delete-account",
    summary: "Delete an account outside Terraform; its name stays taken until it is purged.",
    arguments: [account],
    options: common,
    examples: ["sandbox delete-account contoso-speech", "sandbox delete-account contoso-speech --json"],
    exitCodes: done,
    load: () => load().deleteAccount,
  },
  {
    path: "sandbox account add",
    summary: "Make an account outside Terraform, and its resource group where there is none.",
    arguments: [account, group],
    options: [
      location,
      {
        flags: "--kind <kind>",
        description: "what Azure calls the kind of the account",
        default: "SpeechServices",
        choices: ["SpeechServices", "TextAnalytics", "AIServices", "CognitiveServices"],
      },
      keyFile,
      ...common,
    ],
    examples: [
      "sandbox account add contoso-speech-shared shared-services",
      "sandbox account add contoso-text texts --kind TextAnalytics",
    ],
    exitCodes: done,
    load: () => load().addAccount,
  },
  {
    path: "sandbox account purge",
    summary: "Let go of the name of a deleted account.",
    arguments: [account],
    options: common,
    examples: ["sandbox account purge contoso-speech", "sandbox account purge contoso-speech --json"],
    exitCodes: done,
    load: () => load().purgeAccount,
  },
  {
    path: "sandbox group add",
    summary: "Make a resource group outside Terraform.",
    arguments: [group],
    options: [location, ...common],
    examples: ["sandbox group add shared-services", "sandbox group add shared-services --location northeurope"],
    exitCodes: done,
    load: () => load().addGroup,
  },
];
