import { type ContainerSetting, type Datum, catalogueSources, containerSettings } from "../../lib/domain";

/** Where the made table stands in `docs/settings.md`. */
export const SETTINGS_TABLE = {
  start: "<!-- made by npm run docs from lib/domain/catalogue/container-settings.ts -->",
  end: "<!-- end of what is made -->",
} as const;

const COLUMNS = ["key below `settings:`", "what the container gets", "what it does", "values", "default", "source"];

/** The text with a fresh table between the two marks. */
export function withSettingsTable(text: string): string {
  const { start, end } = SETTINGS_TABLE;
  const [before = "", rest = ""] = text.split(start);
  const [, after = ""] = rest.split(end);
  return `${before}${start}\n\n${settingsTable()}\n\n${end}${after}`;
}

/** Every setting of the catalogue as a table that Prettier leaves as it is. */
function settingsTable(): string {
  const rows = [COLUMNS, ...containerSettings.map(rowOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

function rowOf({ value, sources, unverified }: Datum<ContainerSetting>): readonly string[] {
  const { key, name, via, meaning, functions, since, default: standard } = value;
  const only = functions === undefined ? "" : `; ${functions.join(", ")} only`;
  const first = Object.entries(since ?? {}).map(([owner, version]) => `; since ${owner} ${version}`);
  const dates = sources.map((source) => `${source} (${catalogueSources[source].date})`).join(", ");
  return [
    `\`${key}\``,
    via === "environment" || value.value.kind === "secret" ? `\`${name}\` (environment)` : `\`${name}\``,
    `${meaning}${only}${first.join("")}`,
    valuesOf(value),
    standard ?? "",
    unverified === undefined ? dates : `${dates}; unverified`,
  ];
}

function valuesOf({ value }: ContainerSetting): string {
  switch (value.kind) {
    case "words":
      return value.words.join(", ");
    case "integer": {
      const range = value.maximum === undefined ? `from ${value.minimum}` : `${value.minimum} to ${value.maximum}`;
      return value.also === undefined ? range : `${range}, or ${value.also.value}`;
    }
    case "duration":
      return "a duration such as `10s`";
    case "boolean":
      return "true, false";
    case "host":
      return "a host name or address";
    case "secret":
      return "true, false; the value is in a variable";
  }
}
