import { itemAt, valueOf } from "../../lib/config/yaml/item";
import { locate } from "../../lib/config/yaml/locate";
import { readYaml } from "../../lib/config/yaml/read";

function read(yaml: string) {
  const { root, problems } = readYaml(yaml, "speech.yaml");
  if (!root) {
    throw new Error(problems.map(({ message }) => message).join());
  }
  return root;
}

const placeIn = (yaml: string, path: string) => {
  const { line, column } = locate(read(yaml), path);
  return `${line}:${column}`;
};

const YAML = `name: contoso
containers:
  captions:
    locale: en-US
    mounts:
    size: { cores: 8, memory: 16g }
  eu.west: { port: 1 }
list: [a, { b: c }]
`;

describe("a problem path is located", () => {
  test.each([
    ["at the value of a text", "containers.captions.locale", "4:13"],
    ["at the key of a map", "containers.captions", "3:3"],
    ["at the key of what is empty", "containers.captions.mounts", "5:5"],
    ["inside of { }", "containers.captions.size.memory", "6:31"],
    ["under a key with a dot", "containers.eu.west.port", "7:20"],
    ["at an entry of a list", "list.0", "8:8"],
    ["inside of an entry of a list", "list.1.b", "8:16"],
    ["at the nearest ancestor of what is missing", "containers.captions.voice.name", "3:3"],
    ["at the top when nothing fits", "sites.leeds", "1:1"],
    ["at the top for the whole", "", "1:1"],
  ])("%s", (_title, path, place) => {
    expect(placeIn(YAML, path)).toBe(place);
  });

  test("behind an anchor at the value that is written", () => {
    expect(placeIn("a: &x { p: 1 }\nb: *x\n", "b.p")).toBe("1:12");
    expect(placeIn("a: &x { p: 1 }\nb: *x\n", "b")).toBe("2:1");
  });

  test("behind a merge at the value that is written", () => {
    expect(placeIn("a: &x { p: 1 }\nb: { <<: *x, q: 2 }\n", "b.p")).toBe("1:12");
  });

  test("with the line ends of Windows", () => {
    expect(placeIn(YAML.replaceAll("\n", "\r\n"), "containers.captions.size.memory")).toBe("6:31");
  });

  test("behind characters of two code units by UTF-16 columns, as editors count", () => {
    expect(placeIn("{ a: '😀', b: 1 }\n", "b")).toBe("1:15");
  });
});

describe("values are read as in YAML 1.2:", () => {
  test.each([
    ["a month is text", "2025-07", "2025-07"],
    ["no is text", "no", "no"],
    ["yes is text", "yes", "yes"],
    ["hexadecimal is a number", "0x10", 16],
    ["a zero in front changes nothing", "0777", 777],
    ["minutes and seconds are text", "1:30", "1:30"],
    ["quotes make text", '"8"', "8"],
    ["true is true", "true", true],
    ["nothing is null", "", null],
  ])("%s", (_title, written, value) => {
    expect(valueOf(read(`a: ${written}\n`))).toEqual({ a: value });
  });

  test("a directive does not bring YAML 1.1 back", () => {
    expect(valueOf(read("%YAML 1.1\n---\na: yes\nb: 1:30\n"))).toEqual({ a: "yes", b: "1:30" });
  });

  test("keys are text as they are written", () => {
    expect(valueOf(read("1.0: a\ntrue: b\n2025-07-01: c\n"))).toEqual({ "1.0": "a", true: "b", "2025-07-01": "c" });
  });

  test("a key of JavaScript's own is a key like others", () => {
    const value = valueOf(read("__proto__: { port: 1 }\n"));
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test("what is written wins over what is merged, and the first merged map over the next", () => {
    const yaml = "a: &a { p: 1, q: 1 }\nb: &b { p: 2, q: 2, r: 2 }\nc: { p: 0, <<: [*a, *b] }\n";
    expect((valueOf(read(yaml)) as Record<string, unknown>)["c"]).toEqual({ p: 0, q: 1, r: 2 });
  });

  test("of a key that is written twice the first one counts", () => {
    const { root, problems } = readYaml("a: 1\na: 2\n", "speech.yaml");
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ["SPC004", "this key is already written in line 1"],
    ]);
    expect(root && valueOf(root)).toEqual({ a: 1 });
  });

  test("the text of a number keeps its zeros", () => {
    expect(itemAt(read("version: 4.10\n"), ["version"])?.content).toEqual({ kind: "scalar", value: 4.1, text: "4.10" });
  });
});

describe("a file that would exhaust the machine is refused:", () => {
  const levels = "abcdefghi".split("");
  const bomb = levels
    .map((name, index) => {
      const above = levels[index - 1];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => (above ? `*${above}` : "x")).join(", ")}]`;
    })
    .join("\n");

  test.each([
    ["aliases that multiply", bomb, "aliases multiply the file"],
    ["brackets in brackets", "a: ".concat("[".repeat(100), "]".repeat(100)), "maps and lists are nested too deeply"],
    ["brackets without end", "[".repeat(5000), "maps and lists are nested too deeply"],
  ])("%s", (_title, yaml, message) => {
    const { root, problems } = readYaml(yaml, "speech.yaml");
    expect(root).toBeUndefined();
    expect(problems.map((problem) => problem.message)).toContain(message);
  });
});
