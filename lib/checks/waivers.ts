import { fnv1a64 } from "../domain/fingerprint";
import { nearest } from "../domain/nearest";
import type { SourcePlace } from "../domain/problems";
import { quoted } from "../domain/words";
import { compareFindings } from "./judge";
import type { Values } from "./plan-view";
import type { Finding, Report } from "./report";
import type { Rule } from "./rule";
import { waiverRules, type WaiverRule } from "./waiver-rules";

/** Accepts findings of a rule at addresses of a pattern, for a reason and until a day. */
export interface Waiver {
  readonly rule: string;
  /** `*` stands for any text: `docker_container.*`. A finding of the whole plan has the address `plan`. */
  readonly address: string;
  readonly reason?: string;
  /** The last day on which it holds: `2027-01-31`. */
  readonly expires?: string;
  readonly source?: SourcePlace;
}

/** What stands in the checks file. */
export interface Decisions {
  readonly waivers: readonly Waiver[];
  /** Settings of rules, by rule id. */
  readonly options: Readonly<Record<string, Values>>;
}

/** The address of what is found in the plan as a whole. */
export const WHOLE_PLAN = "plan";

/** The report with what waivers accept set apart, and with what is wrong with the waivers. `today`: `2026-11-25`. */
export function applyDecisions(
  report: Report,
  { waivers, options }: Decisions,
  { today, rules }: { readonly today: string; readonly rules: readonly Rule[] },
): Report {
  const holding = waivers.filter((waiver) => faultOf(waiver, today, rules) === undefined);
  const judged = report.findings.map((finding) => ({ finding, waiver: holding.find((each) => covers(each, finding)) }));
  const used = new Set(holding.filter((waiver) => report.findings.some((finding) => covers(waiver, finding))));
  const faults = waivers.flatMap((waiver) => {
    const fault = faultOf(waiver, today, rules);
    if (fault !== undefined) return [findingOf(waiver, fault)];
    // A part of the configuration was not planned: what the waiver is for may be there.
    return used.has(waiver) || report.partial ? [] : [findingOf(waiver, unused(waiver))];
  });
  return {
    ...report,
    findings: [
      ...judged.flatMap(({ finding, waiver }) => (waiver === undefined ? [finding] : [])),
      ...faults,
      ...faultsOfOptions(options, rules),
    ].sort(compareFindings),
    waived: [
      ...report.waived,
      ...judged.flatMap(({ finding, waiver }) =>
        waiver === undefined ? [] : [{ ...finding, reason: waiver.reason ?? "", expires: waiver.expires ?? "" }],
      ),
    ].sort(compareFindings),
  };
}

interface Fault {
  readonly rule: WaiverRule;
  readonly message: string;
}

function faultOf(
  { rule, reason = "", expires = "" }: Waiver,
  today: string,
  rules: readonly Rule[],
): Fault | undefined {
  if (!rules.some(({ id }) => id === rule)) return { rule: waiverRules.unknown, message: unknownRule(rule, rules) };
  const missing = [...(reason.trim() === "" ? ["reason"] : []), ...(expires === "" ? ["day on which it expires"] : [])];
  if (missing.length > 0)
    return { rule: waiverRules.incomplete, message: `this waiver of ${rule} has no ${missing.join(" and no ")}` };
  if (expires < today) return { rule: waiverRules.expired, message: `this waiver of ${rule} expired on ${expires}` };
  return undefined;
}

const unused = ({ rule, address }: Waiver): Fault => ({
  rule: waiverRules.unused,
  message: `this waiver accepts nothing: there is no finding of ${rule} at ${quoted(address)}`,
});

function unknownRule(rule: string, rules: readonly Rule[]): string {
  const near = nearest(
    rule,
    rules.map(({ id }) => id),
  );
  return `there is no rule ${quoted(rule)}${near.length === 0 ? "" : `; nearest: ${near.join(", ")}`}`;
}

function findingOf(waiver: Waiver, { rule, message }: Fault): Finding {
  return {
    rule: rule.id,
    level: rule.level,
    address: waiver.address,
    message,
    fix: rule.fix,
    fingerprint: fnv1a64([rule.id, waiver.rule, waiver.address].join("\n")),
    ...(waiver.source === undefined ? {} : { source: waiver.source }),
  };
}

function faultsOfOptions(options: Decisions["options"], rules: readonly Rule[]): readonly Finding[] {
  return Object.entries(options).flatMap(([id, values]) => {
    const rule = rules.find((each) => each.id === id);
    if (rule === undefined)
      return [findingOf(optionOf(id), { rule: waiverRules.unknown, message: unknownRule(id, rules) })];
    const known = Object.keys(rule.options ?? {});
    return Object.keys(values)
      .filter((name) => !known.includes(name))
      .map((name) => {
        const near = known.length === 0 ? "it has none" : `it has ${known.join(", ")}`;
        const message = `${quoted(name)} is not an option of ${id}; ${near}`;
        return findingOf(optionOf(`${id}.${name}`), { rule: waiverRules.unknown, message });
      });
  });
}

/** A place in the checks file instead of an address. */
const optionOf = (path: string): Waiver => ({ rule: path, address: `options.${path}` });

function covers({ rule, address }: Waiver, finding: Finding): boolean {
  return finding.rule === rule && matches(address, finding.address ?? WHOLE_PLAN);
}

function matches(pattern: string, address: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(address);
}
