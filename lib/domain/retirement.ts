import type { FunctionEdition, Retirement } from "./catalogue/types";
import { isOlder } from "./versions";

/** Whether and why the image of a version is no longer served or supported. */
export function retirementOf({ retirement }: FunctionEdition, version: string): Retirement | undefined {
  const below = retirement?.value.below;
  return below === undefined || isOlder(version, below) ? retirement?.value : undefined;
}
