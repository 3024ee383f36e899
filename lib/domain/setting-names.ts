/**
 * A name of a setting as containers compare it: in any case, and with `__` for the `:` that some environments do not
 * take in the name of a variable.
 */
export function canonicalSettingName(name: string): string {
  return name.toLowerCase().replaceAll("__", ":");
}

/** A name as a variable of the environment has it everywhere. */
export function variableName(name: string): string {
  return name.replaceAll(":", "__");
}
