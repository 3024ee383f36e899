import { common, type CommandSpec } from "./command-spec";

/** What judges plans. */
export const checkCommands: readonly CommandSpec[] = [
  {
    path: "check",
    summary: "Judge a Terraform plan, or a synthesized stack, by what is known of Speech containers.",
    arguments: [
      {
        name: "[plan]",
        description:
          "JSON of terraform show -json, a saved plan, or a folder with one (default: the folder of the project)",
      },
    ],
    options: [
      { flags: "--synth <folder>", description: "judge this synthesized stack instead, before there is a plan" },
      {
        flags: "--stack <folder>",
        description: "the synthesized stack of the plan, to name your lines (default: beside the plan)",
      },
      {
        flags: "--profile <profile>",
        description: "how strictly to judge (default: what the stack says, else trial)",
        choices: ["trial", "production"],
      },
      {
        flags: "--fail-on <level>",
        description: "the lowest level that gives exit 1",
        default: "error",
        choices: ["error", "warning", "info", "never"],
      },
      { flags: "--strict", description: "undecided answers give exit 1, a partial plan gives exit 2" },
      {
        flags: "--checks <file>",
        description: "waivers, and options of rules (default: speech-checks.yaml of the project, if it is there)",
      },
      {
        flags: "--out <format=file>",
        description: "also write a report: text, json, sarif, junit or markdown",
        repeatable: true,
      },
      {
        flags: "--emit-waivers <scanner>",
        description: "print exceptions for a generic scanner instead of the report",
        choices: ["checkov", "conftest", "sarif"],
      },
      { flags: "--sandbox", description: "a saved plan was made in the sandbox of the project" },
      ...common,
    ],
    examples: ["check plan.json", "check plan.json --out sarif=speech.sarif --fail-on warning"],
    exitCodes: { 0: "no finding at or above --fail-on", 1: "findings", 2: "could not judge, or wrong usage" },
    load: () => (require("./commands/check") as typeof import("./commands/check")).check,
  },
];
