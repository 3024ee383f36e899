import * as fc from "fast-check";
import { columns, wrap } from "../../lib/cli/text";

const word = fc.stringMatching(/^[a-z]{1,30}$/);

describe("wrapping", () => {
  it("keeps every word, whole and in order, and stays within the width where words allow it", () => {
    fc.assert(
      fc.property(
        fc.array(word),
        fc.integer({ min: 20, max: 80 }),
        fc.constantFrom("", "    "),
        (words, width, indent) => {
          const lines = wrap(words.join(" "), width, indent).split("\n");
          expect(lines.join(" ").split(/\s+/).filter(Boolean)).toEqual(words);
          for (const line of lines) {
            expect(line.length <= width || line.trim().split(" ").length === 1).toBe(true);
          }
        },
      ),
    );
  });
});

describe("columns", () => {
  it("never break a cell and never lose one", () => {
    const rows = fc.array(fc.tuple(word, word, word), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 20, max: 80 }), (cells, width) => {
        expect(columns(cells, width).split(/\s+/).filter(Boolean)).toEqual(cells.flat());
      }),
    );
  });

  it("put an address that does not fit into a line of its own, below the others", () => {
    const rows = [
      ["captions", "speech-to-text", "en-US", "ws://localhost:5000"],
      ["narrator", "neural-text-to-speech", "en-US-AriaNeural-long", "http://localhost:5001"],
    ];
    expect(columns(rows, 70)).toBe(
      [
        "  captions  speech-to-text         en-US         ws://localhost:5000",
        "  narrator  neural-text-to-speech  en-US-AriaNeural-long",
        "                                                 http://localhost:5001",
      ].join("\n"),
    );
  });
});
