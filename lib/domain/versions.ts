/** Whether a version comes before another: by its three numbers; a preview comes before its release. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [parse(version), parse(than)];
  const different = left.findIndex((number, index) => number !== right[index]);
  return different >= 0 && (left[different] ?? 0) < (right[different] ?? 0);
}

function parse(version: string): readonly number[] {
  const [numbers = "", ...preview] = version.split("-");
  return [...numbers.split(".").map(Number), preview.length > 0 ? 0 : 1];
}
