import { common, configured, file, type ArgumentSpec, type CommandSpec } from "./command-spec";
import type { BillingWord } from "../sandbox";
import { sandboxAzureCommands } from "./sandbox-azure-commands";
import { SHELLS } from "./shell-exports";

const load = (): typeof import("./commands/sandbox") =>
  require("./commands/sandbox") as typeof import("./commands/sandbox");

const container: ArgumentSpec = {
  name: "<container>",
  description: "name on its engine, or the configured name if only one fits",
};
const image: ArgumentSpec = { name: "<reference>", description: "registry/repository:tag" };

const billingWords = [
  "offline",
  "busy",
  "invalid-key",
  "mismatch",
  "out-of-quota",
  "unauthorized",
  "valid",
] as const satisfies readonly BillingWord[];

const done = { 0: "done" };

/** The commands of `sandbox`. */
export const sandboxCommands: readonly CommandSpec[] = [
  {
    path: "sandbox up",
    summary: "Start the sandbox of the project, or find the running one and change its options.",
    arguments: [file],
    options: [
      {
        flags: "--loading <duration>",
        description: "how long a container loads before it is ready",
        default: "unchanged, 300ms in a new sandbox",
      },
      {
        flags: "--clock <number>",
        description: "simulated seconds that pass in a real one",
        default: "unchanged, 1 in a new sandbox",
      },
      ...configured,
    ],
    examples: ["sandbox up", "sandbox up --loading 90s --clock 60"],
    exitCodes: { 0: "it runs" },
    load: () => load().sandboxUp,
  },
  {
    path: "sandbox status",
    summary: "Show the engines, containers and accounts of the sandbox.",
    options: common,
    examples: ["sandbox status", "sandbox status --json"],
    exitCodes: { 0: "it runs", 1: "it does not run" },
    load: () => load().sandboxStatus,
  },
  {
    path: "sandbox logs",
    summary: "Print the log of a simulated container.",
    arguments: [container],
    options: [{ flags: "-f, --follow", description: "go on with new lines until Ctrl+C" }, ...common],
    examples: ["sandbox logs captions", "sandbox logs captions --follow"],
    exitCodes: { 0: "printed", 130: "interrupted" },
    load: () => load().sandboxLogs,
  },
  {
    path: "sandbox env",
    summary: "Print the environment with which plain terraform uses the sandbox, in any folder.",
    options: [
      { flags: "--shell <shell>", description: "for which shell", default: "posix", choices: SHELLS },
      ...common,
    ],
    examples: ["sandbox env", "sandbox env --shell powershell"],
    exitCodes: { 0: "printed" },
    load: () => load().sandboxEnv,
  },
  {
    path: "sandbox down",
    summary: "End the sandbox and remove everything that it holds.",
    options: common,
    examples: ["sandbox down", "sandbox down --json"],
    exitCodes: { 0: "no process, port or file of it is left" },
    load: () => load().sandboxDown,
  },
  {
    path: "sandbox stop",
    summary: "Stop a container as by hand.",
    arguments: [container],
    options: common,
    examples: ["sandbox stop captions", "sandbox stop contoso-speech-captions"],
    exitCodes: done,
    load: () => load().stopContainer,
  },
  {
    path: "sandbox start",
    summary: "Start a stopped container as by hand.",
    arguments: [container],
    options: common,
    examples: ["sandbox start captions", "sandbox start contoso-speech-captions"],
    exitCodes: done,
    load: () => load().startContainer,
  },
  {
    path: "sandbox rm",
    summary: "Remove a container as by hand.",
    arguments: [container],
    options: common,
    examples: ["sandbox rm captions", "sandbox rm contoso-speech-captions"],
    exitCodes: done,
    load: () => load().removeContainer,
  },
  {
    path: "sandbox set",
    summary: "Give a container trouble on purpose, until it is started anew.",
    arguments: [container],
    options: [
      {
        flags: "--billing <word>",
        description: "how its billing calls end; valid: as Azure judges its key",
        choices: billingWords,
      },
      { flags: "--slow <duration>", description: "how much later it answers each request; 0s: at once" },
      { flags: "--crash", description: "end its program; the restart policy decides what follows" },
      ...common,
    ],
    examples: ["sandbox set captions --billing offline", "sandbox set narrator --slow 5s"],
    exitCodes: done,
    load: () => load().setContainer,
  },
  ...sandboxAzureCommands,
  {
    path: "sandbox image add",
    summary: "Let the simulated registry have an image.",
    arguments: [image],
    options: [
      { flags: "--login <user>", description: "from now on the registry wants a login of this user, any password" },
      ...common,
    ],
    examples: [
      "sandbox image add mirror.example/speech:1.0.0",
      "sandbox image add mirror.example/stt:latest --login puller",
    ],
    exitCodes: done,
    load: () => load().addImage,
  },
  {
    path: "sandbox image rm",
    summary: "Let the simulated registry lose an image.",
    arguments: [image],
    options: common,
    examples: ["sandbox image rm mirror.example/speech:1.0.0", "sandbox image rm mirror.example/speech:latest --json"],
    exitCodes: done,
    load: () => load().removeImage,
  },
];
