import type { HttpGet } from "./http";
import { httpGet } from "./http";
import type { VerifyTarget } from "./targets";

/** What a disconnected container has counted. */
export interface UsageMeter {
  readonly name: string;
  readonly quantity: number;
}

export interface Usage {
  readonly target: VerifyTarget;
  /** Undefined: it tells of none. */
  readonly meters?: readonly UsageMeter[];
}

/** A month as the containers take it: `11/2026`. */
export interface UsageMonth {
  readonly month: number;
  readonly year: number;
}

const MONTH = /^(0?[1-9]|1[0-2])\/(\d{4})$/;

/** `11/2026`; undefined for anything else. */
export function parseMonth(text: string): UsageMonth | undefined {
  const [, month, year] = MONTH.exec(text) ?? [];
  return month === undefined || year === undefined ? undefined : { month: Number(month), year: Number(year) };
}

/** Asks containers for their usage records (containers.md 4), of a month or of all that they keep. */
export function readUsage(
  targets: readonly VerifyTarget[],
  month?: UsageMonth,
  get: HttpGet = httpGet,
): Promise<readonly Usage[]> {
  const part = month === undefined ? "" : `${String(month.month).padStart(2, "0")}/${month.year}`;
  return Promise.all(
    targets.map(async (target) => {
      const url = new URL(`/records/usage-logs/${part}`, target.hostUrl.replace(/^ws/, "http")).href;
      const answer = await get({ url, ...(target.address === undefined ? {} : { address: target.address }) });
      const meters = answer.reached && answer.statusCode === 200 ? metersIn(answer.body) : undefined;
      return { target, ...(meters === undefined ? {} : { meters }) };
    }),
  );
}

function metersIn(body: string): readonly UsageMeter[] | undefined {
  try {
    const { meters } = JSON.parse(body) as { readonly meters?: readonly Partial<UsageMeter>[] };
    return meters?.flatMap(({ name, quantity }) =>
      typeof name === "string" && typeof quantity === "number" ? [{ name, quantity }] : [],
    );
  } catch {
    // What listens there is no container of ours.
    return undefined;
  }
}
