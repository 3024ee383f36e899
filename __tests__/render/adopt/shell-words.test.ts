import fc from "fast-check";
import { shellCommands } from "../../../lib/render/adopt/shell-words";
import { shellWord } from "../../../lib/render/shell";

describe("the words of shell commands", () => {
  it.each([
    ["spaces", "docker  run\t-d", [["docker", "run", "-d"]]],
    ["lines that go on", "docker run \\\n  -d \\\r\n image", [["docker", "run", "-d", "image"]]],
    ["a line that goes on inside of a word", "Eula=acc\\\nept", [["Eula=accept"]]],
    ["lines, semicolons and operators", "a 1\nb; c && d | e", [["a", "1"], ["b"], ["c"], ["d"], ["e"]]],
    ["quotes of both kinds, within a word too", `a='x y' "b c"d`, [["a=x y", "b cd"]]],
    ["an empty word", `a '' b`, [["a", "", "b"]]],
    ["a backslash that counts in double quotes", `"a\\"b" "a\\b"`, [['a"b', "a\\b"]]],
    ["a backslash that takes any meaning away", "a\\ b \\$X", [["a b", "$X"]]],
    ["Windows folders in single quotes", `-v 'C:\\Custom Speech:/m'`, [["-v", "C:\\Custom Speech:/m"]]],
    ["references as they are", "ApiKey=$KEY Billing=${BILLING}", [["ApiKey=$KEY", "Billing=${BILLING}"]]],
    ["comments, and signs that are none", "# first\na #b\nc#d", [["a"], ["c#d"]]],
    [
      "placeholders of documents",
      "Billing={ENDPOINT_URI} \\\nApiKey={API_KEY}",
      [["Billing={ENDPOINT_URI}", "ApiKey={API_KEY}"]],
    ],
  ])("keep %s", (_, script, commands) => {
    expect(shellCommands(script)).toEqual(commands);
  });

  it("are what they were before they were written for a shell", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 }), (words) => {
        fc.pre(words.every((word) => !word.includes("\r")));
        expect(shellCommands(words.map(shellWord).join(" "))).toEqual([words]);
      }),
    );
  });

  it("are found in any text", () => {
    fc.assert(fc.property(fc.string(), (text) => expect(Array.isArray(shellCommands(text))).toBe(true)));
  });
});
