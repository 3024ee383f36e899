/** Refusals of arguments in the words of the real providers, which users and searches know. */
import type { Behaviour, Complaint } from "./schema";
import { textOf, type Value } from "./value";

type Validator = NonNullable<Behaviour["validate"]>;

const refuse = (ok: boolean, summary: string): readonly Complaint[] => (ok ? [] : [[summary]]);
/** The docker provider says everything twice: as summary and as detail. */
const refuseTwice = (ok: boolean, text: string): readonly Complaint[] => (ok ? [] : [[text, text]]);

export const goQuote = (text: string): string => JSON.stringify(text);

export const pattern =
  (source: string): Validator =>
  (value) =>
    refuseTwice(new RegExp(source).test(textOf(value)), `'${textOf(value)}' doesn't match the pattern '${source}'`);

export const atLeast =
  (threshold: number): Validator =>
  (value) =>
    refuseTwice(Number(value) >= threshold, `'${textOf(value)}' cannot be lower than ${threshold}`);

export const absolutePath: Validator = (value) =>
  refuseTwice(/^[a-zA-Z]:[\\/]|^\//.test(textOf(value)), `'${textOf(value)}' must be an absolute path`);

export const base64: Validator = (value) => {
  const text = textOf(value);
  return refuseTwice(Buffer.from(text, "base64").toString("base64") === text, `'${text}' is not base64 decodeable`);
};

const NANOSECONDS = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 } as const;

/** Nanoseconds of a duration as Go writes it, such as `1m30s`; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const rest = text.replace(/^[+-]/, "");
  if (rest === "0") return 0;
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
  let total = 0;
  for (const [, amount, unit] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(amount) * NANOSECONDS[unit as keyof typeof NANOSECONDS];
  }
  return sign * Math.round(total);
}

/** A duration as Go prints it: `1m0s`, `1.5s`, `500ms`, `0s`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return "0s";
  const sign = nanoseconds < 0 ? "-" : "";
  const size = Math.abs(nanoseconds);
  if (size < 1e3) return `${sign}${size}ns`;
  if (size < 1e6) return `${sign}${size / 1e3}µs`;
  if (size < 1e9) return `${sign}${size / 1e6}ms`;
  const hours = Math.floor(size / 3600e9);
  const minutes = Math.floor(size / 60e9) % 60;
  const seconds = (size - Math.floor(size / 60e9) * 60e9) / 1e9;
  return sign + (hours > 0 ? `${hours}h` : "") + (hours > 0 || minutes > 0 ? `${minutes}m` : "") + `${seconds}s`;
}

export const duration: Validator = (value) => {
  const text = textOf(value);
  const nanoseconds = parseDuration(text);
  if (nanoseconds === undefined) return refuseTwice(false, `'${text}' is not a valid duration`);
  return refuseTwice(nanoseconds >= 0, `'${text}' duration must not be negative`);
};

export const oneOf =
  (...allowed: readonly string[]): Validator =>
  (value, name) =>
    refuse(
      allowed.includes(textOf(value)),
      `expected ${name} to be one of [${allowed.map(goQuote).join(" ")}], got ${textOf(value)}`,
    );

export const notEmpty: Validator = (value, name) =>
  refuse(value !== "", `expected ${goQuote(name)} to not be an empty string, got ${textOf(value)}`);

export const uuid: Validator = (value, name) =>
  refuse(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(textOf(value)),
    `expected ${goQuote(name)} to be a valid UUID, got ${textOf(value)}`,
  );

export const accountName: Validator = (value, name) =>
  refuse(
    /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(textOf(value)),
    `invalid value for ${name} (The Cognitive Services Account Name can only start with an alphanumeric character, and must only contain alphanumeric characters, periods, dashes or underscores.)`,
  );

export const resourceGroupName: Validator = (value, name) => {
  const text = textOf(value);
  const wrong: Complaint[] = [];
  if (text.length > 90) wrong.push([`${goQuote(name)} may not exceed 90 characters in length`]);
  if (text.endsWith(".")) wrong.push([`${goQuote(name)} may not end with a period`]);
  if (text === "") wrong.push([`${goQuote(name)} cannot be blank`]);
  else if (!/^[-\w._()]+$/.test(text)) {
    wrong.push([
      `${goQuote(name)} may only contain alphanumeric characters, dash, underscores, parentheses and periods`,
    ]);
  }
  return wrong;
};

export const tags: Validator = (value) => {
  const entries = Object.entries((value ?? {}) as Record<string, Value>);
  const wrong: Complaint[] = [];
  if (entries.length > 50) wrong.push(["a maximum of 50 tags can be applied to each resource"]);
  for (const [key, text] of entries) {
    const length = textOf(text).length;
    if (key.length > 512) {
      wrong.push([`the maximum length for a tag key is 512 characters: ${goQuote(key)} is ${key.length} characters`]);
    }
    if (length > 256) {
      wrong.push([
        `the maximum length for a tag value is 256 characters: the value for ${goQuote(key)} is ${length} characters`,
      ]);
    }
  }
  return wrong;
};

/** An address or a range; what is neither is refused on both counts, as the real provider does. */
export const addressOrRange: Validator = (value, name) => {
  const text = textOf(value);
  if (/^([0-9]{1,3}\.){3}[0-9]{1,3}(\/([0-9]|[1-2][0-9]|3[0-2]))?$/.test(text)) return [];
  return [
    [`${goQuote(name)} is not a valid IPv4 address: ${goQuote(text)}`],
    [
      `${name} must start with IPV4 address and/or slash, number of bits (0-32) as prefix. Example: 127.0.0.1/8. Got ${goQuote(text)}`,
    ],
  ];
};
