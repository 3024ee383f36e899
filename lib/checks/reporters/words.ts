import { counted } from "../../domain/words";
import type { Interruption } from "../interruption-report";
import type { Place, Report, WaivedFinding } from "../report";
import type { Level } from "../rule";
import { WHOLE_PLAN } from "../waivers";

export function countOf({ findings }: Report, level: Level): number {
  return findings.filter((finding) => finding.level === level).length;
}

/** `2 errors, 1 warning, 41 passed, 3 undecided until apply`; what is zero is left out, except errors. */
export function summaryOf(report: Report): string {
  const { waived, passed, undecided } = report;
  const parts = [
    counted(countOf(report, "error"), "error"),
    ...present(countOf(report, "warning"), (count) => counted(count, "warning")),
    ...present(countOf(report, "info"), (count) => `${count} info`),
    `${passed} passed`,
    ...present(waived.length, (count) => `${count} waived`),
    ...present(undecided.length, (count) => `${count} undecided until apply`),
  ];
  return parts.join(", ");
}

function present(count: number, words: (count: number) => string): readonly string[] {
  return count === 0 ? [] : [words(count)];
}

export const addressOf = ({ address }: Place): string => address ?? WHOLE_PLAN;

/** `speech.yaml:11`; empty where the stack is not at hand. */
export function lineOf({ source }: Place): string {
  return source === undefined ? "" : `${source.file}:${source.line}`;
}

const PARTIAL: Readonly<Record<Report["origin"], string>> = {
  plan: "partial: the plan leaves a part of the configuration out, and so does this report",
  synth: "partial: what modules hold is not read without a plan, and is not in this report",
};

/** What a reader has to know of the whole report. */
export function remarksOf({ partial, origin }: Report): readonly string[] {
  return [
    ...(partial ? [PARTIAL[origin]] : []),
    ...(origin === "synth" ? ["judged without a plan: what exists, and what providers compute, is not known"] : []),
  ];
}

/** Why a finding is accepted: by a waiver until a day, or by the stack itself. */
export function acceptance({ reason, expires }: WaivedFinding): string {
  return `${expires === "" ? "in the stack" : `until ${expires}`}: ${reason}`;
}

/** Whether clients notice the apply. */
export const isInterrupted = ({ effect }: Interruption): boolean => effect !== "stays" && effect !== "starts";
