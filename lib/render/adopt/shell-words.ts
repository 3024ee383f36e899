/**
 * The commands of a shell script, each as its words: quotes are taken away, and lines that end in a backslash go on.
 * References such as `$KEY` stay as they are. It is what a POSIX shell makes of simple commands, and no more: operators
 * between commands only end them.
 */
export function shellCommands(script: string): readonly (readonly string[])[] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (const [token] of script.replaceAll("\r\n", "\n").matchAll(TOKEN)) {
    if (token === "\\\n") continue;
    if (/^[\n;&|]/.test(token)) endCommand();
    else if (/^[ \t]/.test(token)) endWord();
    else if (token.startsWith("#") && word === undefined) continue;
    else word = (word ?? "") + plain(token);
  }
  endCommand();
  return commands;
}

/** A comment is one only where a word would begin; elsewhere its sign is a letter like others. */
const TOKEN =
  /\\\n|\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"|[\n;&|]+|[ \t]+|(?<![^\s;&|])#[^\n]*|\$\{[^}\n]*\}|[^\\'"\n;&| \t]/g;

function plain(token: string): string {
  if (token.startsWith("'")) return token.slice(1, -1);
  // Inside of double quotes a backslash keeps its meaning before these signs only.
  if (token.startsWith('"'))
    return token.slice(1, -1).replace(/\\(["\\$`\n])/g, (_, sign: string) => (sign === "\n" ? "" : sign));
  return token.startsWith("\\") ? token.slice(1) : token;
}
