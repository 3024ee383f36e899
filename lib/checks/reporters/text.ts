import { sentence, wrapWords } from "../../domain/words";
import type { Finding, Report } from "../report";
import { describeEffect, describeEndpoint, describeOutage } from "../interruption-words";
import type { Level } from "../rule";
import { acceptance, addressOf, isInterrupted, lineOf, remarksOf, summaryOf } from "./words";

export interface TextOptions {
  /** @default 80 */
  readonly width?: number;
  /**
   * Colours a level.
   *
   * @default - plain
   */
  readonly paint?: (level: Level, text: string) => string;
}

const MARGIN = "  ";
const LEVEL_WIDTH = "warning".length;
const RULE_WIDTH = "CTR-22".length;
const DETAILS = " ".repeat(MARGIN.length + LEVEL_WIDTH + MARGIN.length);

/** More lines are not read on a screen; the JSON report has all. */
const MOST_UNDECIDED = 40;

/** The verdict, then findings by level, then what could not be judged. */
export function textReport(report: Report, { width = 80, paint = (_, text) => text }: TextOptions = {}): string {
  const { name, findings, waived } = report;
  const blocks = [
    [`${name}: ${summaryOf(report)}`, ...remarksOf(report).flatMap((remark) => indented(remark, width, MARGIN))],
    ...findings.map((finding) => findingLines(finding, width, paint)),
    waived.flatMap((finding) => [
      `${MARGIN}${"waived".padEnd(LEVEL_WIDTH)}${MARGIN}${placeLine(finding)}`,
      ...indented(sentence(`accepted ${acceptance(finding)}`), width),
    ]),
    interruptionLines(report, width),
    undecidedLines(report, width),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function findingLines(finding: Finding, width: number, paint: NonNullable<TextOptions["paint"]>): readonly string[] {
  const { level, message, fix } = finding;
  const head = `${MARGIN}${paint(level, level)}${" ".repeat(LEVEL_WIDTH - level.length)}${MARGIN}${placeLine(finding)}`;
  return [head, ...indented(sentence(message), width), ...indented(`Fix: ${fix}.`, width)];
}

/** Rule, address and the user's line: what tools look for, on one line however long it gets. */
function placeLine(finding: Finding): string {
  return [finding.rule.padEnd(RULE_WIDTH), addressOf(finding), lineOf(finding)].filter(Boolean).join(MARGIN);
}

/** Nothing where nobody notices the apply. An address is never broken: what does not fit beside goes below. */
function interruptionLines({ interruptions }: Report, width: number): readonly string[] {
  const { endpoints = [], steps = [] } = interruptions ?? {};
  if (!endpoints.some(isInterrupted)) return [];
  const nameWidth = Math.max(...endpoints.map(({ name }) => name.length));
  const indent = MARGIN + " ".repeat(nameWidth) + MARGIN;
  return [
    "Interruption",
    ...endpoints.flatMap((endpoint) => {
      const outage = endpoint.outage === undefined ? [] : [describeOutage(endpoint.outage)];
      const cells = [describeEffect(endpoint), ...outage, describeEndpoint(endpoint)].filter(Boolean);
      const line = `${MARGIN}${endpoint.name.padEnd(nameWidth)}${MARGIN}${cells.join(MARGIN)}`;
      if (line.length <= width) return [line];
      const [effect = "", ...more] = cells;
      return [`${MARGIN}${endpoint.name.padEnd(nameWidth)}${MARGIN}${effect}`, `${indent}${more.join(MARGIN)}`];
    }),
    ...steps.flatMap(({ containers, first, second }) => [
      "",
      ...indented(`Without an outage, for ${containers.join(", ")}:`, width, MARGIN),
      ...indented(`1. ${sentence(first)}`, width, MARGIN + MARGIN),
      ...indented(`2. ${sentence(second)}`, width, MARGIN + MARGIN),
    ]),
  ];
}

function undecidedLines({ undecided }: Report, width: number): readonly string[] {
  if (undecided.length === 0) return [];
  const rows = undecided.slice(0, MOST_UNDECIDED).flatMap((each) => {
    const start = `${MARGIN}${each.rule.padEnd(RULE_WIDTH)}${MARGIN}${addressOf(each)}`;
    const whole = `${start}${MARGIN}${each.message}`;
    return whole.length <= width ? [whole] : [start, ...indented(each.message, width)];
  });
  const more = undecided.length - MOST_UNDECIDED;
  return ["Undecided until apply", ...rows, ...(more > 0 ? [`${MARGIN}and ${more} more (--json has all)`] : [])];
}

function indented(text: string, width: number, indent = DETAILS): readonly string[] {
  return wrapWords(text, width - indent.length).map((line) => `${indent}${line}`);
}
