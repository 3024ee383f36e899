import { problemCatalogue } from "../../lib/domain";

const ranges: readonly (readonly [from: number, title: string])[] = [
  [0, "Files and their shape"],
  [100, "Function, image, locale, voice, version, tag"],
  [200, "Names, ports, sizes, capacity, mounts, exposure"],
  [300, "Account, licence, secrets, backend"],
  [400, "Engine and sites"],
  [500, "Constructs in code"],
  [600, "Terraform and tools"],
  [700, "Sandbox"],
  [800, "Verify"],
  [900, "Plan checks"],
];

const number = (code: string) => Number(code.slice("SPC".length));

function sections(): string[] {
  const problems = Object.entries(problemCatalogue).sort(([one], [other]) => number(one) - number(other));
  return ranges.map(([from, title]) => {
    const own = problems.filter(([code]) => number(code) >= from && number(code) < from + 100);
    const entries = own.map(
      ([code, it]) => `### ${code}: ${it.title}\n\n${escaped(it.meaning)}\n\n_Mend:_ ${escaped(it.mend)}`,
    );
    return [`## ${title}`, ...entries].join("\n\n");
  });
}

/** `<` starts a tag in Markdown, except in code. */
const escaped = (text: string) =>
  text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[<*]/g, String.raw`\$&`)))
    .join("`");

/** `docs/problems.md`: every problem code, what it means and how to mend it. */
export const problemsDocument = (): string => `# Problem codes

<!-- made by npm run docs from lib/domain/problem-catalogue -->

Codes are stable: scripts and people may refer to them. \`speech-containers explain <code>\` says the same on the command
line.

${sections().join("\n\n")}
`;
