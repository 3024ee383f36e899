import { sentence } from "../../domain/words";
import { levelIn } from "../judge";
import type { Finding, Report, WaivedFinding } from "../report";
import type { Level } from "../rule";
import { ruleDescriptions } from "../rule-descriptions";
import { acceptance, addressOf } from "./words";

export interface SarifOptions {
  /** Of this package. */
  readonly version: string;
}

const WORDS: Readonly<Record<Level, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0: rules, results with stable fingerprints, waived ones as suppressed. */
export function sarifReport(report: Report, { version }: SarifOptions): object {
  const { findings, waived, undecided, passed, partial, profile } = report;
  const used = new Set([...findings, ...waived].map(({ rule }) => rule));
  const rules = ruleDescriptions.filter(({ id }) => used.has(id));
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const resultOf = (finding: Finding) => ({
    ruleId: finding.rule,
    ...(indexOf.has(finding.rule) ? { ruleIndex: indexOf.get(finding.rule) } : {}),
    level: WORDS[finding.level],
    message: { text: `${sentence(finding.message)} Fix: ${finding.fix}.` },
    locations: [locationOf(finding, report.name)],
    partialFingerprints: { "speechContainers/v1": finding.fingerprint },
  });
  const driver = {
    name: "speech-containers",
    semanticVersion: version,
    rules: rules.map((rule) => ({
      id: rule.id,
      shortDescription: { text: sentence(rule.title) },
      fullDescription: { text: rule.why },
      help: { text: `${sentence(rule.fix)} Source: ${rule.source}.` },
      defaultConfiguration: { level: WORDS[levelIn(rule, profile)] },
    })),
  };
  const results = [
    ...findings.map(resultOf),
    ...waived.map((finding) => ({ ...resultOf(finding), suppressions: [suppressionOf(finding)] })),
  ];
  const open = undecided.map((each) => `${each.rule} ${addressOf(each)}: ${each.message}`);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        results,
        properties: { partial, profile, passed, undecided: open },
      },
    ],
  };
}

/** A finding without a line of its own is placed in the plan: GitHub shows no result without a place. */
function locationOf(finding: Finding, name: string): object {
  const { source, constructPath } = finding;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source?.file ?? name) },
      region: source === undefined ? { startLine: 1 } : { startLine: source.line, startColumn: source.column },
    },
    logicalLocations: [
      { fullyQualifiedName: addressOf(finding), kind: "resource" },
      ...(constructPath === undefined ? [] : [{ fullyQualifiedName: constructPath, kind: "object" }]),
    ],
  };
}

/** What the stack itself accepts has no last day. */
const suppressionOf = (finding: WaivedFinding): object => ({
  kind: finding.expires === "" ? "inSource" : "external",
  status: "accepted",
  justification: acceptance(finding),
});

/** A path as a relative URI. */
function uriOf(file: string): string {
  const parts = file.replaceAll("\\", "/").split("/");
  return parts.map((part) => encodeURIComponent(Buffer.from(part).toString())).join("/");
}
