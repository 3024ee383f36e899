import { sentence } from "../../domain/words";
import type { Finding, Place, Report } from "../report";
import { countsAt, type Strictness } from "../verdict";
import { acceptance, addressOf, lineOf } from "./words";

/** JUnit XML: a test case for each finding, for each undecided answer, and one for all that passed. */
export function junitReport(report: Report, { failOn, strict }: Strictness): string {
  const { findings, waived, undecided, passed, name } = report;
  const failures = findings.filter(({ level }) => countsAt(level, failOn)).length + (strict ? undecided.length : 0);
  const skips = waived.length + (strict ? 0 : undecided.length);
  const cases = [
    ...findings.map((finding) => testCase(finding, findingBody(finding, countsAt(finding.level, failOn)))),
    ...waived.map((finding) => testCase(finding, skipped(`accepted ${acceptance(finding)}`))),
    ...undecided.map((each) => testCase(each, (strict ? failed : skipped)(`undecided until apply: ${each.message}`))),
    ...(passed === 0 ? [] : [`    <testcase classname="speech-containers" name="${passed} passed"/>`]),
  ];
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skips}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="speech-containers check" ${counts}>`,
    `  <testsuite name="${escaped(name)}" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(item: Place & { readonly rule: string }, body: string): string {
  const line = lineOf(item);
  const name = `${addressOf(item)}${line === "" ? "" : ` (${line})`}`;
  return `    <testcase classname="${escaped(item.rule)}" name="${escaped(name)}">${body}</testcase>`;
}

/** Findings below the level that fails stay readable without failing. */
function findingBody({ level, message, fix }: Finding, fails: boolean): string {
  const text = `${sentence(message)} Fix: ${fix}.`;
  if (!fails) return `<system-out>${escaped(`${level}: ${text}`)}</system-out>`;
  return `<failure type="${level}" message="${escaped(sentence(message))}">${escaped(text)}</failure>`;
}

const failed = (message: string): string => `<failure type="undecided" message="${escaped(message)}"/>`;
const skipped = (message: string): string => `<skipped message="${escaped(message)}"/>`;

/** Characters that XML 1.0 cannot hold at all are left out. */
function escaped(text: string): string {
  return Buffer.from(text)
    .toString()
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
