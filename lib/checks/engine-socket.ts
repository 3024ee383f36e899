import { knownValue } from "./reading";
import type { MountView } from "./views/container";

/** Whether a mount gives the engine itself to the container. */
export function isEngineSocket({ source }: MountView): boolean {
  return /(?:^|[\\/])docker(?:\.sock|_engine)$/.test(knownValue(source) ?? "");
}
