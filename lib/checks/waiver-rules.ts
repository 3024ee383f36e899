import type { Level, Rule } from "./rule";

/** A rule of the checks file itself; it judges no plan. */
export interface WaiverRule extends Omit<Rule, "judge" | "level"> {
  readonly level: Level;
}

const source = "this package: a waiver is a decision with an owner and an end";

/** What can be wrong with a waiver or an option. None of these can be waived. */
export const waiverRules = {
  expired: {
    id: "WVR-1",
    title: "waivers are in force",
    level: "warning",
    why: "After its last day a waiver accepts nothing any more, so its findings are back.",
    fix: "mend what was waived, or decide again and write a new day",
    source,
  },
  unused: {
    id: "WVR-2",
    title: "waivers are used",
    level: "warning",
    why: "A waiver without a finding would silently accept the next one that happens to fit.",
    fix: "delete the waiver, or correct its address",
    source,
  },
  incomplete: {
    id: "WVR-3",
    title: "waivers say why and until when",
    level: "error",
    why: "Without a reason and an end nobody can judge later whether it still holds, so it accepts nothing.",
    fix: "write reason: and expires: into the waiver",
    source,
  },
  unknown: {
    id: "WVR-4",
    title: "waivers and options are about rules that exist",
    level: "error",
    why: "A misspelled rule or option changes nothing, while the file says that it does.",
    fix: "correct the id; docs/checks.md lists them",
    source,
  },
} as const satisfies Record<string, WaiverRule>;
