import { NEWEST_EDITION } from "./catalogue";
import type { FunctionEdition, Retirement } from "./catalogue/types";
import { isOlder } from "./versions";

/** Whether and why the image of a version is no longer served or supported. */
export function retirementOf({ retirement }: FunctionEdition, version: string): Retirement | undefined {
  const below = retirement?.value.below;
  return below === undefined || isOlder(version, below) ? retirement?.value : undefined;
}

/** Since when and why, and what to use instead: the words of problems and explanations. */
export function describeRetirement({ date, reason, replacement }: Retirement): {
  readonly since: string;
  readonly reason: string;
  readonly instead?: string;
} {
  return {
    since: date === undefined ? "" : `since ${date}`,
    reason,
    ...(replacement === undefined ? {} : { instead: `use ${replacement} of edition ${NEWEST_EDITION}` }),
  };
}
