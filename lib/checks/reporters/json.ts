import type { Place, Report } from "../report";
import { verdictOf, type Strictness } from "../verdict";
import { addressOf, countOf } from "./words";

/** The report for machines; `schema/check-report.schema.json` documents it. */
export function jsonReport(report: Report, strictness: Strictness): object {
  const { name, profile, origin, partial, findings, waived, undecided, passed } = report;
  return {
    version: 1,
    name,
    origin,
    profile,
    partial,
    failOn: strictness.failOn,
    strict: strictness.strict,
    exitCode: verdictOf(report, strictness),
    counts: {
      errors: countOf(report, "error"),
      warnings: countOf(report, "warning"),
      infos: countOf(report, "info"),
      passed,
      waived: waived.length,
      undecided: undecided.length,
    },
    findings: findings.map(({ rule, level, message, fix, fingerprint, ...place }) => ({
      rule,
      level,
      ...placeJson(place),
      message,
      fix,
      fingerprint,
    })),
    waived: waived.map(({ rule, level, message, fix, fingerprint, reason, expires, ...place }) => ({
      rule,
      level,
      ...placeJson(place),
      message,
      fix,
      fingerprint,
      reason,
      expires,
    })),
    undecided: undecided.map(({ rule, message, ...place }) => ({ rule, ...placeJson(place), message })),
    interruptions: report.interruptions ?? null,
  };
}

function placeJson(place: Place): object {
  const { constructPath = null, source } = place;
  return {
    address: addressOf(place),
    constructPath,
    file: source?.file ?? null,
    line: source?.line ?? null,
    column: source?.column ?? null,
  };
}
