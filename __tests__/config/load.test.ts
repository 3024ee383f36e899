import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../lib/config";

const GOOD = `name: contoso
edition: "2025-07"
eula: accept
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
containers: { lid: { function: language-detection } }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "speech-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer = GOOD) => writeFileSync(join(folder, name), content);
const load = (options: { file?: string; env?: Record<string, string> } = {}) =>
  loadConfig({ folder, env: {}, ...options });

describe("the configuration is", () => {
  test("speech.yaml", () => {
    write("speech.yaml");
    write("speech.yml", "");
    expect(load()).toMatchObject({ file: "speech.yaml", problems: [], plan: { name: "contoso" } });
  });

  test("speech.yml when there is no speech.yaml", () => {
    write("speech.yml");
    expect(load()).toMatchObject({ file: "speech.yml", problems: [], plan: { name: "contoso" } });
  });

  test("what SPEECH_CONFIG names", () => {
    write("speech.yaml", "");
    write("other.yaml");
    expect(load({ env: { SPEECH_CONFIG: "other.yaml" } })).toMatchObject({ file: "other.yaml", problems: [] });
  });

  test("the argument, even with SPEECH_CONFIG", () => {
    mkdirSync(join(folder, "examples"));
    write("examples/speech.yaml");
    const { file, plan } = load({ file: join("examples", "speech.yaml"), env: { SPEECH_CONFIG: "other.yaml" } });
    expect(file).toBe("examples/speech.yaml");
    expect(plan?.sites[0]?.source).toEqual({ file: "examples/speech.yaml", line: 5, column: 1 });
  });

  test("speech.yaml with an empty SPEECH_CONFIG", () => {
    write("speech.yaml");
    expect(load({ env: { SPEECH_CONFIG: "" } }).file).toBe("speech.yaml");
  });

  test("named from the project on, when its path is absolute", () => {
    write("speech.yaml");
    expect(load({ file: join(folder, "speech.yaml") }).file).toBe("speech.yaml");
  });

  test("read without its byte order mark", () => {
    write("speech.yaml", `\uFEFF${GOOD}`);
    expect(load().problems).toEqual([]);
  });
});

describe("a file that cannot be read is a problem without a place:", () => {
  test("it is missing", () => {
    expect(load()).toEqual({
      file: "speech.yaml",
      problems: [
        {
          code: "SPC001",
          level: "error",
          path: "",
          message: '"speech.yaml" does not exist',
          hint: "name a file that does, as an argument, with --config or in SPEECH_CONFIG",
        },
      ],
    });
  });

  test("SPEECH_CONFIG names one that is missing", () => {
    const { problems } = load({ env: { SPEECH_CONFIG: "other.yaml" } });
    expect(problems[0]?.message).toBe('"other.yaml", named by SPEECH_CONFIG, does not exist');
  });

  test("it is a folder", () => {
    mkdirSync(join(folder, "example"));
    expect(load({ file: "example" }).problems).toMatchObject([
      { code: "SPC002", message: '"example" is a folder', hint: "name a file, such as example/speech.yaml" },
    ]);
  });

  test.each([
    [".", '"." is a folder', "name a file, such as speech.yaml"],
    ["..", '".." is a folder', "name a file, such as ../speech.yaml"],
    [tmpdir(), `"${tmpdir()}" is a folder`, `name a file, such as ${join(tmpdir(), "speech.yaml")}`],
  ])("it is the folder %s, in SPEECH_CONFIG too", (named, message, hint) => {
    const problem = { code: "SPC002", hint };
    expect(load({ file: named }).problems).toMatchObject([{ ...problem, message }]);
    expect(load({ env: { SPEECH_CONFIG: named } }).problems).toMatchObject([problem]);
  });

  test("it is outside of the project, and is named as it was", () => {
    const outside = join(tmpdir(), "no-such-project", "speech.yaml");
    expect(load({ file: outside })).toMatchObject({ file: outside, problems: [{ code: "SPC001" }] });
    expect(load({ file: "../no-such-project/speech.yaml" }).file).toBe("../no-such-project/speech.yaml");
  });

  test("it is below a file", () => {
    write("speech.yaml");
    expect(load({ file: "speech.yaml/other.yaml" }).problems).toMatchObject([{ code: "SPC001" }]);
  });

  test("its name holds what no name can hold", () => {
    expect(load({ file: "a\0b" }).problems).toMatchObject([{ code: "SPC002" }]);
  });

  test.each([
    ["UTF-16, as some shells write it", Buffer.from(`\uFEFF${GOOD}`, "utf16le")],
    ["Latin-1", Buffer.from("name: Jürgen\n", "latin1")],
  ])("it is %s", (_title, content) => {
    write("speech.yaml", content);
    expect(load().problems).toMatchObject([{ code: "SPC002", message: '"speech.yaml" is not UTF-8 text' }]);
  });
});
