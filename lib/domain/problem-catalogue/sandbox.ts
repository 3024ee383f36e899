import type { ProblemDescription } from "./description";

/** SPC7xx: the sandbox (raised by lib/sandbox). */
export const sandboxProblems = {
  SPC701: {
    title: "sandbox not running",
    meaning: "The simulated Azure and engines live in a background process of the project, which is not there.",
    mend: "Start it with `speech-containers sandbox up`. What it held is still there unless `sandbox down` was run.",
  },
  SPC702: {
    title: "sandbox did not start",
    meaning: "The background process ended or did not answer in time.",
    mend: "Read `.sandbox/daemon.log`. If its state cannot be read, `speech-containers sandbox down` removes it.",
  },
  SPC703: {
    title: "no such container in the sandbox",
    meaning: "No simulated engine has a container of this name, or more than one has.",
    mend: "Take a name from `speech-containers sandbox status`.",
  },
  SPC704: {
    title: "engine not declared in the sandbox",
    meaning: "The sandbox simulates the default engine and those hosts that were declared when it was brought up.",
    mend: "Bring it up with the configuration that names the host.",
  },
  SPC705: {
    title: "not an option of the sandbox",
    meaning:
      "The loading time is a duration up to 24 days, the clock 0.01 to 100000 simulated seconds in a real second.",
    mend: "Write `90s` or `1m30s`; write `60` for an hour a minute.",
  },
  SPC706: {
    title: "cannot be done in the sandbox",
    meaning: "What was to happen outside Terraform is not possible with what the sandbox holds now.",
    mend: "Look at `speech-containers sandbox status`.",
  },
  SPC707: {
    title: "sandbox does not end",
    meaning: "The background process was asked to end and is still there.",
    mend: "End the process by its id, then run `speech-containers sandbox down` again.",
  },
  SPC708: {
    title: "sandbox failed",
    meaning: "The background process met an error of its own.",
    mend: "Read `.sandbox/daemon.log`; `speech-containers sandbox down` starts afresh.",
  },
  SPC709: {
    title: "resource types that the sandbox does not serve",
    meaning: "The stand-ins know the resource and data types that the stacks of this package can emit, and no others.",
    mend: "Leave these resources out of a sandbox run, or deploy for real, without `--sandbox`.",
  },
} as const satisfies Record<string, ProblemDescription>;
