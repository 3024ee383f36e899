import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogueDiff } from "../../lib/cli/commands/catalogue";
import { knownTagsOf } from "../../lib/domain/known-images";
import { recordingTerminal } from "./recording-terminal";

const name = "azure-cognitive-services/speechservices/neural-text-to-speech";
const known = [...knownTagsOf(name)];
const folder = mkdtempSync(join(tmpdir(), "catalogue-"));

afterAll(() => rmSync(folder, { recursive: true }));

async function run(content: unknown, options = {}) {
  writeFileSync(join(folder, "tags.json"), typeof content === "string" ? content : JSON.stringify(content));
  const terminal = recordingTerminal({ workingFolder: folder });
  const code = await catalogueDiff({ words: ["tags.json"], options, terminal });
  return { code, out: terminal.out() };
}

describe("catalogue diff", () => {
  it("ends with 0 where registry and catalogue agree", async () => {
    const { code, out } = await run({ name, tags: known });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/neural-text-to-speech: \d+ tags, 0 new, 0 gone, 0 renamed/),
    ]);
  });

  it("ends with 1 and shows what is new, gone, renamed and unread, with lines to paste", async () => {
    const tags = [
      ...known.filter((tag) => !/3\.12\.0-amd64-(nl-nl|fi-fi)/.test(tag)),
      "3.12.0-amd64-fi-fi-nooraneural",
      "4.7.0-amd64-ta-in-pallavineural",
      "4.8.0-amd64-en-us-avaneural",
      "4.8.0-amd64-en-us-jennyneural",
      "nightly",
    ];
    const { code, out } = await run({ name, tags });
    expect(code).toBe(1);
    expect(out).toContain("3 new, 1 gone, 1 renamed, 1 unread\n");
    expect(out).toContain("  renamed  3.12.0-amd64-fi-fi-selmaneural → 3.12.0-amd64-fi-fi-nooraneural\n");
    expect(out).toContain(
      [
        "// 4.7.0 is listed already: add these to it",
        "// the capitals are a guess: ta-IN-PallaviNeural",
        '...releases(undated("4.7.0"), ["<source>"], { voices: voicesOf({ "ta-IN": "Pallavi" }) }),',
        '...releases(undated("4.8.0"), ["<source>"], { voices: voicesOf({ "en-US": "Ava Jenny" }) }),',
        "",
      ].join("\n"),
    );
  });

  it("has a twin in JSON", async () => {
    const { out } = await run({ name, tags: [...known, "nightly"] }, { json: true });
    expect(JSON.parse(out)).toMatchObject({ function: "neural-text-to-speech", new: [], unread: ["nightly"] });
  });

  it.each(["", "[]", '{"tags":[]}', '{"name":"a","tags":[1]}', '{"name":"library/nginx","tags":[]}'])(
    "refuses %j",
    async (content) => {
      await expect(async () => run(content)).rejects.toMatchObject({ code: "SPC631" });
    },
  );
});
