import { sentence } from "../../domain/words";
import { describeEffect, describeEndpoint, describeOutage } from "../interruption-words";
import type { Finding, Place, Report } from "../report";
import { acceptance, addressOf, isInterrupted, lineOf, remarksOf, summaryOf } from "./words";

/** GitHub takes 65,536 characters in a comment; some room is left for what a workflow adds. */
const LONGEST = 64_000;
const LONGEST_CELL = 2000;

/**
 * A comment for a pull request. Its first line is a marker of the plan's name, by which a workflow finds the comment to
 * update; it always stays below GitHub's limit.
 */
export function markdownReport(report: Report): string {
  const { name, findings, waived, undecided } = report;
  const head = [
    `<!-- speech-containers check: ${name.slice(0, LONGEST_CELL).replaceAll(/[^\w./ -]|--+/g, "_")} -->`,
    `### Speech containers: ${cell(summaryOf(report))}`,
    `\`${code(name)}\`, profile ${report.profile}`,
    ...remarksOf(report).map((remark) => `_${sentence(remark)}_`),
  ].join("\n\n");
  return fitted(head, [
    section("", ["level", "rule", "where", "what, and what to do"], findings.map(findingRow)),
    interruptionSection(report),
    section(
      "Waived",
      ["rule", "where", "accepted"],
      waived.map((each) => row([each.rule, where(each), cell(acceptance(each))])),
    ),
    section(
      "Undecided until apply",
      ["rule", "where", "what has to be known"],
      undecided.map((each) => row([each.rule, where(each), cell(each.message)])),
    ),
  ]);
}

function interruptionSection({ interruptions }: Report): Section {
  const { endpoints = [], steps = [] } = interruptions ?? {};
  const rows = endpoints.map((endpoint) =>
    row([
      cell(endpoint.name),
      cell(describeEffect(endpoint)),
      endpoint.outage === undefined ? "" : cell(describeOutage(endpoint.outage)),
      `\`${code(describeEndpoint(endpoint))}\``,
    ]),
  );
  const ways = steps.map(
    ({ containers, first, second }) =>
      `\nWithout an outage, for ${cell(containers.join(", "))}:\n\n1. ${cell(sentence(first))}\n2. ${cell(sentence(second))}`,
  );
  const title = section("Interruption", ["container", "what happens", "for how long", "host URL"], []);
  return { ...title, rows: endpoints.some(isInterrupted) ? [...rows, ...ways] : [] };
}

interface Section {
  readonly head: string;
  readonly rows: readonly string[];
}

function section(title: string, columns: readonly string[], rows: readonly string[]): Section {
  const heading = title === "" ? "" : `\n#### ${title}\n`;
  return { head: `${heading}\n${row(columns)}\n${row(columns.map(() => "---"))}`, rows };
}

function findingRow(finding: Finding): string {
  const { level, rule, message, fix } = finding;
  return row([level, rule, where(finding), `${cell(sentence(message))}<br>${cell(`Fix: ${fix}.`)}`]);
}

function where(place: Place): string {
  const line = lineOf(place);
  return `\`${code(addressOf(place))}\`${line === "" ? "" : `<br>${cell(line)}`}`;
}

/** As many lines as fit, then how many are left out; a table starts with its first line. */
function fitted(head: string, sections: readonly Section[]): string {
  const lines = sections.flatMap(({ head: title, rows }) =>
    rows.map((text, index) => (index === 0 ? `${title}\n${text}` : text)),
  );
  let length = head.length;
  const overflow = lines.findIndex((line) => (length += line.length + 1) > LONGEST);
  const shown = overflow < 0 ? lines : lines.slice(0, overflow);
  const left = lines.length - shown.length;
  const note = `\n_${left} more ${left === 1 ? "line does" : "lines do"} not fit here; another report of this run has them._`;
  return `${[head, ...shown, ...(left === 0 ? [] : [note])].join("\n")}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Text in a table: nothing in it is Markdown or HTML. */
function cell(text: string): string {
  return short(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]|~#@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text in backquotes in a table. */
function code(text: string): string {
  return short(text)
    .replaceAll("`", "'")
    .replaceAll("|", String.raw`\|`);
}

function short(text: string): string {
  return (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text).replaceAll(/\s+/g, " ");
}
