import type { RuleDescription } from "../checks";
import { wrap } from "./text";

/** `explain CTR-8` as people read it; `waivable`: a waiver can accept its findings. */
export function renderRule(
  { id, title, level, why, fix, source, options = {} }: RuleDescription,
  { width, waivable }: { readonly width: number; readonly waivable: boolean },
): string {
  const levels = typeof level === "string" ? level : `${level.production} in production, ${level.trial} in a trial`;
  const paragraphs = [
    `${id} · ${title}`,
    wrap(why, width, "  "),
    wrap(`Fix: ${fix}.`, width, "  "),
    [
      `  level     ${levels}`,
      ...Object.entries(options).map(([name, text]) => wrapOption(name, text, width)),
      ...wrap(source, width - 12, "")
        .split("\n")
        .map((line, index) => `  ${(index === 0 ? "source" : "").padEnd(8)}  ${line}`),
    ].join("\n"),
    [
      "  A finding is accepted, for a reason and until a day, in speech-checks.yaml:",
      "",
      "    waivers:",
      `      - { rule: ${id}, address: "<address>", reason: "<why>", expires: 2027-01-31 }`,
    ].join("\n"),
  ];
  return `${paragraphs.slice(0, waivable ? 5 : 4).join("\n\n")}\n`;
}

function wrapOption(name: string, text: string, width: number): string {
  return wrap(`${name}: ${text}`, width - 12, "")
    .split("\n")
    .map((line, index) => `  ${(index === 0 ? "option" : "").padEnd(8)}  ${line}`)
    .join("\n");
}
