import { diffTags, knownTags, findFunctionEdition } from "../../lib/domain";
import { knownTagsOf } from "../../lib/domain/known-images";

const FOLDER = "azure-cognitive-services/speechservices";
const known = (name: string) => [...knownTagsOf(`${FOLDER}/${name}`)];
const diffOf = (name: string, change: (tags: readonly string[]) => readonly string[]) => {
  const diff = diffTags(`${FOLDER}/${name}`, change(known(name)));
  if (diff === undefined) throw new Error(`no ${name}`);
  return diff;
};

describe("a list of tags", () => {
  it.each(["speech-to-text", "custom-speech-to-text", "neural-text-to-speech", "language-detection", "text-to-speech"])(
    "of %s that has what the catalogue has is no difference",
    (name) => {
      expect(diffOf(name, (tags) => tags)).toMatchObject({
        function: name,
        new: [],
        gone: [],
        renamed: [],
        unread: [],
      });
    },
  );

  it("of a mirror is the same, of another repository none", () => {
    expect(diffTags(`team/${FOLDER}/language-detection`, [])?.function).toBe("language-detection");
    expect(diffTags("library/nginx", ["latest"])).toBeUndefined();
  });

  it("of Microsoft's registry is not compared with the previews of 2020", () => {
    expect(known("speech-to-text")).not.toContain("2.2.0-amd64-en-us-preview");
    const first = findFunctionEdition("speech-to-text", "2020-05");
    expect(first && knownTags(first).has("2.2.0-amd64-en-us-preview")).toBe(true);
  });

  it("shows what is new by version, in the spelling of the catalogue where it is known", () => {
    const added = ["6.0.0-amd64-en-us", "6.0.0-amd64-xx-yy", "4.12.0-amd64-qq-zz"];
    expect(diffOf("speech-to-text", (tags) => [...tags, ...added]).new).toEqual([
      {
        version: "4.12.0",
        isKnownVersion: true,
        tags: ["4.12.0-amd64-qq-zz"],
        names: ["qq-ZZ"],
        guessed: ["qq-ZZ"],
      },
      {
        version: "6.0.0",
        isKnownVersion: false,
        tags: ["6.0.0-amd64-en-us", "6.0.0-amd64-xx-yy"],
        names: ["en-US", "xx-YY"],
        guessed: ["xx-YY"],
      },
    ]);
  });

  it("spells voices as SSML wants them, and says of which that is a guess", () => {
    const added = ["4.7.0-amd64-ko-kr-sunhineural", "4.7.0-amd64-ta-in-pallavineural"];
    expect(diffOf("neural-text-to-speech", (tags) => [...tags, ...added]).new).toMatchObject([
      { version: "4.7.0", names: ["ko-KR-SunHiNeural", "ta-IN-PallaviNeural"], guessed: ["ta-IN-PallaviNeural"] },
    ]);
  });

  it("shows what is gone", () => {
    const gone = "4.12.0-amd64-zh-cn-sichuan";
    expect(diffOf("speech-to-text", (tags) => tags.filter((tag) => tag !== gone)).gone).toEqual([gone]);
  });

  it.each([
    ["a voice that left preview", "zh-cn-xiaochenneural-preview", "zh-cn-xiaochenneural"],
    ["the one other voice of its locale", "fi-fi-selmaneural", "fi-fi-nooraneural"],
  ])("shows %s as renamed", (_, before, after) => {
    const [from, to] = [`3.12.0-amd64-${before}`, `3.12.0-amd64-${after}`];
    const diff = diffOf("neural-text-to-speech", (tags) => tags.map((tag) => (tag === from ? to : tag)));
    expect(diff).toMatchObject({ renamed: [{ from, to }], new: [], gone: [] });
  });

  it("does not call two voices renamed when it cannot say which is which", () => {
    const diff = diffOf("neural-text-to-speech", (tags) =>
      tags.map((tag) => tag.replace(/3\.12\.0-amd64-es-us-(.*)neural/, "3.12.0-amd64-es-us-new$1neural")),
    );
    expect(diff.renamed).toEqual([]);
    expect([diff.gone.length, diff.new.flatMap(({ tags }) => tags).length]).toEqual([2, 2]);
  });

  it("shows what it cannot read, each tag once", () => {
    expect(diffOf("speech-to-text", (tags) => [...tags, "nightly", "nightly"]).unread).toEqual(["nightly"]);
  });
});
