import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Level, Report, Strictness } from "../checks";
import { CommandFailure } from "./command-failure";
import type { Invocation } from "./invocation";
import { packageVersion } from "./package";
import type { Style, Terminal } from "./terminal";

const FORMATS = ["text", "json", "sarif", "junit", "markdown"] as const;
type Format = (typeof FORMATS)[number];

interface Target {
  readonly format: Format;
  readonly file: string;
}

const STYLES: Readonly<Record<Level, Style>> = { error: "red", warning: "yellow", info: "dim" };

/** The reports that `--out` asks for. @throws SPC620 for a format that there is not */
export function targetsOf({ options, terminal }: Invocation): readonly Target[] {
  return (options.out ?? []).map((word) => {
    const [, name, file] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
    const format = FORMATS.find((each) => each === name);
    if (format === undefined || file === undefined) {
      throw new CommandFailure(
        "SPC620",
        `--out ${JSON.stringify(word)} names no format and file`,
        `write it as format=file; formats are ${FORMATS.join(", ")}`,
      );
    }
    return { format, file: resolve(terminal.workingFolder, file) };
  });
}

/** Writes each report. @throws SPC908 for a file that cannot be written */
export function writeReports(targets: readonly Target[], report: Report, strictness: Strictness): void {
  for (const { format, file } of targets) {
    try {
      writeFileSync(file, render(format, report, strictness));
    } catch (thrown) {
      const { code = "unknown error" } = thrown as NodeJS.ErrnoException;
      throw new CommandFailure("SPC908", `${file} cannot be written (${code})`, "name a file in a folder that exists");
    }
  }
}

/** The screen: the report as text, and what the exit code stands for. */
export function screenOf(report: Report, strictness: Strictness, terminal: Terminal): string {
  const { textReport, verdictOf } = loadChecks();
  const paint = (level: Level, text: string): string => terminal.paint(STYLES[level], text);
  const { failOn, strict } = strictness;
  const flags = `--fail-on ${failOn}${strict ? " --strict" : ""}`;
  return `${textReport(report, { width: terminal.width, paint })}\nexit ${verdictOf(report, strictness)} (${flags})\n`;
}

export function render(format: Format, report: Report, strictness: Strictness): string {
  const { textReport, jsonReport, sarifReport, junitReport, markdownReport } = loadChecks();
  switch (format) {
    case "text":
      return textReport(report);
    case "json":
      return jsonText(jsonReport(report, strictness));
    case "sarif":
      return jsonText(sarifReport(report, { version: packageVersion() }));
    case "junit":
      return junitReport(report, strictness);
    case "markdown":
      return markdownReport(report);
  }
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function loadChecks(): typeof import("../checks") {
  return require("../checks") as typeof import("../checks");
}
