import * as fc from "fast-check";
import { compareAddresses } from "../../lib/checks/addresses";

/** The definition: runs of digits and of other signs, one after the other. */
function byRuns(left: string, right: string): number {
  const [one, other] = [left.match(/\d+|\D+/g) ?? [], right.match(/\d+|\D+/g) ?? []];
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const [mine = "", theirs = ""] = [one[index], other[index]];
    if (mine === theirs) continue;
    return Number(mine) - Number(theirs) || (mine < theirs ? -1 : 1);
  }
  return one.length - other.length;
}

test.each([
  [
    ["CTR-22", "CTR-8"],
    ["CTR-8", "CTR-22"],
  ],
  [
    ["x[10]", "x[2]", "x"],
    ["x", "x[2]", "x[10]"],
  ],
  [
    ["x[01]", "x[1]", "x[00]", "x[0]"],
    ["x[0]", "x[00]", "x[01]", "x[1]"],
  ],
  [
    ["a1", "ab", "a"],
    ["a", "a1", "ab"],
  ],
])("%j in order", (addresses, ordered) => {
  expect([...addresses].sort(compareAddresses)).toEqual(ordered);
});

test("addresses are compared run by run", () => {
  const address = fc.string({ unit: fc.constantFrom("a", "b", ".", "-", "[", "]", "0", "1", "2", "9"), maxLength: 8 });
  const long = fc.constantFrom("9".repeat(20), `${"9".repeat(19)}8`, "9".repeat(400), "8".repeat(400), "");
  fc.assert(
    fc.property(address, address, address, long, long, (start, left, right, one, other) => {
      const [mine, theirs] = [`${start}${one}${left}`, `${start}${other}${right}`];
      expect([mine, theirs, Math.sign(compareAddresses(mine, theirs))]).toEqual([
        mine,
        theirs,
        Math.sign(byRuns(mine, theirs)),
      ]);
    }),
    { numRuns: 20_000 },
  );
});
