import type { Profile } from "../domain/profiles";
import type { SourcePlace } from "../domain/problems";
import type { InterruptionReport } from "./interruption-report";
import type { Level } from "./rule";

/** What the rules found in one plan. Data for the reporters; everything in it is scrubbed. */
export interface Report {
  /** The plan as people named it. */
  readonly name: string;
  readonly profile: Profile;
  readonly origin: "plan" | "synth";
  /** True: the plan leaves a part of the configuration out (`-target`), and so does this report. */
  readonly partial: boolean;
  /** By level, rule and address. */
  readonly findings: readonly Finding[];
  /** Findings that a waiver accepts. */
  readonly waived: readonly WaivedFinding[];
  readonly undecided: readonly Undecided[];
  /** Subjects that a rule found good. */
  readonly passed: number;
  /** Which endpoints the apply interrupts; absent: only rules were asked. */
  readonly interruptions?: InterruptionReport;
}

export interface Place {
  /** Absent: the whole plan. */
  readonly address?: string;
  readonly constructPath?: string;
  readonly source?: SourcePlace;
}

export interface Finding extends Place {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly fix: string;
  /** The same for the same finding in another run: made of rule, address and part, not of the message. */
  readonly fingerprint: string;
}

export interface WaivedFinding extends Finding {
  readonly reason: string;
  /** The last day on which it is accepted; empty: the stack itself accepts it. */
  readonly expires: string;
}

export interface Undecided extends Place {
  readonly rule: string;
  /** What has to be known first. */
  readonly message: string;
}
