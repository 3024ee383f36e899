import fc from "fast-check";
import { withEdition } from "../../lib/config";

describe("the line of the edition", () => {
  it.each([
    ['name: a\nedition: "2020-05" # old\neula: accept\n', 'name: a\nedition: "2025-07" # old\neula: accept\n'],
    ["edition:   2020-05\r\nname: a\r\n", 'edition:   "2025-07"\r\nname: a\r\n'],
    ["'edition': '2020-05'\n", "'edition': \"2025-07\"\n"],
    ["# top\n\nname: a # b\n", '# top\n\nedition: "2025-07"\nname: a # b\n'],
    ["\uFEFFname: a\n", '\uFEFFedition: "2025-07"\nname: a\n'],
  ])("of %j changes, and nothing else", (before, after) => {
    expect(withEdition(before, "2025-07")).toBe(after);
  });

  it.each(["{ name: a, edition: x }", "x: &e 2020-05\nedition: *e\n", "- a\n", "", "edition: { a: 1 }\n"])(
    "of %j is not there to be changed",
    (text) => expect(withEdition(text, "2025-07")).toBeUndefined(),
  );

  it("leaves all comments and lines around it", () => {
    const line = fc.constantFrom("# a comment", "", "tags: { a: b } # c", "name:  x", "eula: accept");
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (above, below) => {
        const text = (edition: string) => [...above, `edition: "${edition}" # kept`, ...below, ""].join("\n");
        expect(withEdition(text("2020-05"), "2025-07")).toBe(text("2025-07"));
      }),
    );
  });
});
