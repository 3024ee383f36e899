const PARTS = /\d+|\D+/g;

/** By code units, numbers by their value: `CTR-8` before `CTR-22`, `x[2]` before `x[10]`. */
export function compareAddresses(left: string, right: string): number {
  const [one, other] = [left.match(PARTS) ?? [], right.match(PARTS) ?? []];
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const [mine = "", theirs = ""] = [one[index], other[index]];
    if (mine === theirs) continue;
    return Number(mine) - Number(theirs) || (mine < theirs ? -1 : 1);
  }
  return one.length - other.length;
}
