/** Shells whose way to set a variable is known. */
export const SHELLS = ["posix", "fish", "powershell"] as const;

type Shell = (typeof SHELLS)[number];

const assignment: Readonly<Record<Shell, (name: string, value: string) => string>> = {
  posix: (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
  fish: (name, value) => `set -gx ${name} '${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  powershell: (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
};

/** Lines that set variables when a shell evaluates them. */
export function renderExports(environment: Readonly<Record<string, string>>, shell: string = "posix"): string {
  const assign = assignment[shell as Shell];
  return Object.entries(environment)
    .map(([name, value]) => `${assign(name, value)}\n`)
    .join("");
}
