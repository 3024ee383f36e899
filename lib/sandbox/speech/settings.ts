/** Settings of a container by name in lower case, values as given. */
export type SpeechSettings = ReadonlyMap<string, string>;

function pairs(words: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return words.flatMap((word) => {
    const equals = word.indexOf("=");
    return equals > 0 ? [[word.slice(0, equals).toLowerCase(), word.slice(equals + 1)] as const] : [];
  });
}

/**
 * Reads `Key=value` words of the command and variables of the environment, where `__` in a name stands for `:`. Names are
 * case-insensitive, values verbatim,
 * the command wins over the environment (the order of ASP.NET Core; Microsoft does not state one), the last word wins.
 */
export function readSettings(command: readonly string[], environment: readonly string[]): SpeechSettings {
  const ofEnvironment = pairs(environment).map(([name, value]) => [name.replaceAll("__", ":"), value] as const);
  return new Map([...ofEnvironment, ...pairs(command)]);
}
