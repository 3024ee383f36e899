import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { commands } from "../../lib/cli/commands";
import { readCommandLine } from "../../lib/cli/program";

const helpOf = (path: string): string => {
  const call = readCommandLine([...path.split(" "), "--help"]);
  if (call.kind !== "text") throw new Error(`${path} --help is not a text`);
  return call.text;
};

const paths = commands.map(({ path }) => path);
const helps: readonly string[] = [
  "",
  "model",
  "volumes",
  "sandbox",
  "sandbox image",
  "sandbox account",
  "sandbox group",
  ...paths,
];

describe("help", () => {
  it.each(helps)("of %j fits into 80 columns", (path) => {
    const call = readCommandLine([...path.split(" ").filter((word) => word !== ""), "--help"]);
    if (call.kind !== "text") throw new Error("help is a text");
    expect(call.text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(commands.map((command) => [command.path, command] as const))(
    "of %s says all that SCREENS 5 asks for",
    (path, command) => {
      const help = helpOf(path);
      expect(help).toMatch(new RegExp(`^Usage: speech-containers ${path}`));
      expect(command.summary).toMatch(/^[A-Z][^.]*\.$/);
      for (const example of command.examples) expect(help).toContain(`\n  speech-containers ${example}\n`);
      expect(help).toMatch(/\nExit codes:\n {2}0 .*\n(.*\n)* {2}2 {4}\S/);
      for (const { flags } of command.options) expect(help).toContain(flags);
    },
  );

  it.each(commands.flatMap(({ path, examples }) => examples.map((example) => [example, path] as const)))(
    "shows `%s`, which is a call of %s",
    (example, path) => {
      const call = readCommandLine(example.split(" "));
      expect(call.kind).toBe("command");
      expect(example.startsWith(path)).toBe(true);
    },
  );

  it("loads commander and none of the rooms", () => {
    const script = `
      require("./lib/cli/program").readCommandLine(["plan", "--help"]);
      const rooms = /lib\\/(checks|config|constructs|domain|operate|render|sandbox|terraform)\\/|node_modules\\/(?!commander|tsx|esbuild|get-tsconfig)/;
      console.log(JSON.stringify(Object.keys(require.cache).filter((path) => rooms.test(path))));`;
    const answer = execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
      cwd: join(__dirname, "..", ".."),
      encoding: "utf8",
    });
    expect(JSON.parse(answer)).toEqual([]);
  });
});

describe("wrong usage", () => {
  it.each([
    [["pln"], /unknown command "pln"/, /nearest: plan/],
    [["sandbox", "lgs"], /unknown command "lgs"/, /nearest: logs/],
    [["plan", "--jsn"], /unknown option "--jsn"/, /nearest: --json/],
    [["deploy", "--auto-aprove"], /unknown option "--auto-aprove"/, /nearest: --auto-approve/],
    [["zzzzzz"], /unknown command "zzzzzz"/, /--help shows what there is/],
    [["plan", "a", "b"], /too many arguments/, /--help/],
    [["sandbox", "logs"], /missing required argument "container"/, /--help/],
    [["verify", "--timeout"], /argument missing/, /--help/],
    [["sandbox", "env", "--shell", "bsh"], /Allowed choices are posix, fish, powershell/, /--help/],
    [["sandbox", "regenerate-key", "contoso", "key3"], /Allowed choices are key1, key2/, /--help/],
  ])("%j names what is wrong and what is near", (words, message, hint) => {
    const call = readCommandLine(words);
    expect(call).toMatchObject({ kind: "wrong", message: expect.stringMatching(message) as string });
    expect(call.kind === "wrong" && call.hint).toMatch(hint);
  });

  it.each([[], ["sandbox"], ["sandbox", "image"]].map((words) => [words]))("%j shows the help, unasked", (words) => {
    expect(readCommandLine(words)).toMatchObject({ kind: "text", asked: false });
  });
});

describe("a call", () => {
  it("carries its arguments and options", () => {
    const words = [
      "verify",
      "a.yaml",
      "--url",
      "a=ws://x:1",
      "--url",
      "ws://y:2",
      "--timeout",
      "90s",
      "-C",
      "/p",
      "--json",
    ];
    expect(readCommandLine(words)).toMatchObject({
      kind: "command",
      call: {
        words: ["a.yaml"],
        options: { url: ["a=ws://x:1", "ws://y:2"], timeout: "90s", folder: "/p", json: true },
      },
    });
  });

  it("has no value for what was not given", () => {
    const call = readCommandLine(["verify"]);
    expect(call.kind === "command" && call.call).toEqual({ words: [undefined], options: {} });
  });
});
