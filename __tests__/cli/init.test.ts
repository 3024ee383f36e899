import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/cli/run";
import type { Terminal } from "../../lib/cli/terminal";
import { parseConfig } from "../../lib/config";
import { recordingTerminal } from "./recording-terminal";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "speech-init-")), "Contoso Speech");
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

async function init(words: readonly string[], more: Partial<Terminal> = {}) {
  const terminal = recordingTerminal({ workingFolder: folder, ...more });
  return { code: await run(["init", ...words], terminal), out: terminal.out(), err: terminal.err() };
}

const answered = ["--name", "contoso-speech", "--location", "westeurope", "--accept-eula"];
const config = () => parseConfig(readFileSync(join(folder, "speech.yaml"), "utf8"), "speech.yaml");

/** A terminal at which these answers are given in turn; undefined is Ctrl+C. */
function answering(...answers: readonly (string | undefined)[]): Partial<Terminal> {
  const rest = [...answers];
  return { interactive: true, ask: () => Promise.resolve(rest.shift()) };
}

describe("init in an empty folder", () => {
  it("writes a configuration without a problem, and an app that asks for it", async () => {
    expect(await init([...answered, "--voice", "en-US-AriaNeural"])).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(folder).toSorted()).toEqual([
      ".gitignore",
      "cdktf.json",
      "main.ts",
      "package.json",
      "speech.yaml",
    ]);
    const { plan, problems } = config();
    expect(problems).toEqual([]);
    expect(plan?.account).toMatchObject({ kind: "create", name: "contoso-speech", location: "westeurope" });
    expect(plan?.sites[0]?.containers.map(({ name }) => name)).toEqual(["captions", "narrator"]);
  });

  it("takes hidden files for none, and leaves them as they are", async () => {
    writeFileSync(join(folder, ".gitignore"), "mine\n");
    expect((await init(answered)).code).toBe(0);
    expect(existsSync(join(folder, "main.ts"))).toBe(true);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("mine\n");
  });

  it("names the versions that this package was made for", async () => {
    await init(answered);
    const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).toSorted()).toEqual([
      "@cdktf/provider-azurerm",
      "@cdktf/provider-docker",
      "cdktf",
      "cdktf-speech-containers",
      "constructs",
      "tsx",
    ]);
    expect(dependencies["cdktf"]).toBe("^0.21.0");
  });
});

describe("init where files are", () => {
  it("writes the configuration only", async () => {
    writeFileSync(join(folder, "notes.txt"), "");
    expect(JSON.parse((await init([...answered, "--json"])).out)).toEqual({ folder, files: ["speech.yaml"] });
    expect(readdirSync(folder).toSorted()).toEqual(["notes.txt", "speech.yaml"]);
  });

  it.each(["speech.yaml", "speech.yml"])("never writes over or beside a %s", async (file) => {
    writeFileSync(join(folder, file), "mine");
    const { code, err } = await init(answered);
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: [file] });
    expect(err).toContain("SPC651");
    expect(readFileSync(join(folder, file), "utf8")).toBe("mine");
  });
});

describe("init asks", () => {
  it("for name and location, which it proposes, and for the licence", async () => {
    expect((await init([], answering("", "northeurope", "accept"))).code).toBe(0);
    expect(config().plan).toMatchObject({ name: "contoso-speech", account: { location: "northeurope" } });
  });

  it.each([["no"], ["yes"], [""]])("for the licence in so many letters: %j is a no", async (answer) => {
    const { code, err } = await init([], answering("", "", answer));
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: [] });
    expect(err).toContain("SPC301");
  });

  it("and writes nothing after Ctrl+C", async () => {
    expect((await init([], answering("", undefined))).code).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("nothing where nobody sits, and names the options instead", async () => {
    const { code, err } = await init(["--name", "contoso"]);
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: [] });
    expect(err).toMatch(/SPC650[^]*Add --location <location> --accept-eula\./);
  });
});

it("init shows the problems of what was asked for, and writes nothing", async () => {
  const { code, err } = await init([...answered, "--locale", "en-UK"]);
  expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: [] });
  expect(err).toContain("SPC101");
});
