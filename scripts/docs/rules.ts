import { ruleDescriptions } from "../../lib/checks";

const START = "<!-- rules: made by npm run docs from lib/checks/rules -->";
const END = "<!-- end of rules -->";

/** A page with the table of rules as they are now between its two marks. */
export function withRules(page: string): string {
  const [before = "", rest = ""] = page.split(START);
  const [, after = ""] = rest.split(END);
  return `${before}${START}\n\n${rulesTable()}\n\n${END}${after}`;
}

function rulesTable(): string {
  const rows = ruleDescriptions.map(({ id, level, title, why }) => [
    id,
    typeof level === "string" ? level : `${level.production}, in a trial ${level.trial}`,
    cell(title),
    cell(why),
  ]);
  return aligned([["rule", "level", "what good looks like", "why"], ...rows]);
}

/** As Prettier writes tables. */
function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) => `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const cell = (text: string): string => text.replaceAll("|", String.raw`\|`).replaceAll("<", String.raw`\<`);
