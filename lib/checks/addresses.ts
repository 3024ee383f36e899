const ZERO = 48;
const NINE = 57;

/**
 * By code units, numbers by their value: `CTR-8` before `CTR-22`, `x[2]` before `x[10]`. Texts are runs of digits and
 * runs of other signs, compared run by run; thousands of addresses share all but their last one.
 */
export function compareAddresses(left: string, right: string): number {
  if (left === right) return 0;
  const shared = sharedLength(left, right);
  let run = shared;
  while (isDigit(left, run - 1)) run -= 1;
  const [one, other] = [isDigit(left, shared), isDigit(right, shared)];
  const areNumbers = run < shared ? one || other : one && other;
  const difference = areNumbers ? numberAt(left, run) - numberAt(right, run) : 0;
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  if (shared === left.length || shared === right.length) return left.length - right.length;
  // Where only one of the runs goes on, the shorter one is first.
  if (one !== other && shared > 0) return one === run < shared ? 1 : -1;
  return left.charCodeAt(shared) - right.charCodeAt(shared);
}

function sharedLength(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  let at = 0;
  while (at < shorter && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  return at;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

function numberAt(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end)) end += 1;
  return Number(text.slice(start, end));
}
