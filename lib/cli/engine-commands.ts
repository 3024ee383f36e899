import { deployed, file, yes, type CommandSpec } from "./command-spec";

const load = (): typeof import("./commands/volumes") =>
  require("./commands/volumes") as typeof import("./commands/volumes");

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
];
