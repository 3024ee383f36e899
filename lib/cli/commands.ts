import { approve, configured, deployed, file, type CommandSpec } from "./command-spec";
import { engineCommands } from "./engine-commands";
import { imageCommands } from "./image-commands";
import { checkCommands } from "./check-commands";
import { sandboxCommands } from "./sandbox-commands";
import { speechCommands } from "./speech-commands";
import { startingCommands } from "./starting-commands";

/** Everything that the command line can do. Only data: a command's code is required when it is called. */
export const commands: readonly CommandSpec[] = [
  ...startingCommands,
  {
    path: "try",
    summary: "Deploy a configuration into the sandbox with real Terraform and verify that its containers answer.",
    arguments: [
      {
        name: "[file|down|logs|status]",
        description:
          "the configuration (default: examples/four-functions/speech.yaml, else speech.yaml), or what to do with the sandbox",
      },
    ],
    options: configured,
    examples: ["try", "try down"],
    exitCodes: { 0: "all containers answer", 1: "a container is unwell, or (status) the sandbox is not running" },
    load: () => (require("./commands/try") as typeof import("./commands/try")).tryIt,
  },
  {
    path: "validate",
    summary: "Judge a configuration and show all of its problems at once.",
    arguments: [file],
    options: configured,
    examples: ["validate", "validate examples/four-functions/speech.yaml --json"],
    exitCodes: { 0: "no errors" },
    load: () => (require("./commands/validate") as typeof import("./commands/validate")).validate,
  },
  {
    path: "explain",
    summary: "Show what a container is planned to be and why, or what a problem code or a rule of check means.",
    arguments: [
      {
        name: "[name|code|rule]",
        description: "a container, a code such as SPC101, or a rule such as CTR-8 (default: list the containers)",
      },
    ],
    options: [{ flags: "--sources", description: "show the document behind each number" }, ...configured],
    examples: ["explain", "explain SPC204"],
    exitCodes: { 0: "explained" },
    load: () => (require("./commands/explain") as typeof import("./commands/explain")).explain,
  },
  {
    path: "preflight",
    summary: "Look whether the engines have what the plan needs: processor, memory, disk, ports and ways out.",
    arguments: [{ name: "[site]", description: "one site (default: the engines of all sites)" }],
    options: configured,
    examples: ["preflight", "preflight leeds --json"],
    exitCodes: { 0: "nothing that was seen stands in the way", 1: "an engine lacks something" },
    load: () => (require("./commands/preflight") as typeof import("./commands/preflight")).preflightEngines,
  },
  {
    path: "plan",
    summary: "Show what deploy would change, stack by stack, and change nothing.",
    arguments: [file],
    options: [
      { flags: "--detailed-exitcode", description: "exit 0 without changes, 1 on errors, 2 with changes" },
      ...deployed,
    ],
    examples: ["plan", "plan --sandbox --detailed-exitcode"],
    exitCodes: {
      0: "planned; with --detailed-exitcode: and no changes",
      1: "only with --detailed-exitcode: could not be done, or wrong usage",
      2: "could not be done, or wrong usage; with --detailed-exitcode: changes",
    },
    load: () => (require("./commands/plan") as typeof import("./commands/plan")).plan,
  },
  {
    path: "deploy",
    summary: "Make account and containers as configured, after showing the changes and asking.",
    arguments: [file],
    options: [approve, ...deployed],
    examples: ["deploy", "deploy --sandbox --auto-approve"],
    exitCodes: { 0: "everything is as configured", 130: "interrupted" },
    load: () => (require("./commands/deploy") as typeof import("./commands/deploy")).deploy,
  },
  {
    path: "destroy",
    summary: "Remove containers and account, after showing them and asking; volumes of models stay.",
    arguments: [file],
    options: [approve, ...deployed],
    examples: ["destroy", "destroy --sandbox --auto-approve"],
    exitCodes: { 0: "nothing is left but the volumes that are named", 130: "interrupted" },
    load: () => (require("./commands/destroy") as typeof import("./commands/destroy")).destroy,
  },
  {
    path: "output",
    summary: "Print the host URLs of the containers and the endpoint of the account.",
    arguments: [file],
    options: deployed,
    examples: ["output", "output --sandbox --json"],
    exitCodes: { 0: "printed, also when nothing is deployed" },
    load: () => (require("./commands/output") as typeof import("./commands/output")).output,
  },
  {
    path: "verify",
    summary: "Prove from outside that containers are ready and their key is valid.",
    arguments: [file],
    options: [
      { flags: "--timeout <duration>", description: "how long a container may take until it is ready", default: "5m" },
      {
        flags: "--url <name=url>",
        description: "verify this URL instead of the deployed containers",
        repeatable: true,
      },
      {
        flags: "--talk",
        description: "also let containers of one language talk: text, audio, text, and its word error rate",
      },
      ...deployed,
    ],
    examples: ["verify --sandbox", "verify --url captions=ws://localhost:5000 --timeout 90s"],
    exitCodes: { 0: "all containers answer", 1: "a container is unwell, or (--talk) misheard", 130: "interrupted" },
    load: () => (require("./commands/verify") as typeof import("./commands/verify")).verify,
  },
  ...imageCommands,
  ...checkCommands,
  ...speechCommands,
  ...engineCommands,
  ...sandboxCommands,
];

/** Summaries of the groups of commands. */
export const groups: Readonly<Record<string, string>> = {
  model: "List and fetch models by one-shot containers.",
  volumes: "Look after the volumes that keep what cannot be had again.",
  catalogue: "Look after what this package knows of images.",
  sandbox: "Run and change the simulated Azure and container engines of a project.",
  "sandbox image": "Say which images the simulated registry has.",
  "sandbox account": "Make accounts and let go of names outside Terraform.",
  "sandbox group": "Make resource groups outside Terraform.",
};
