import { PlanRefused } from "../../lib/checks";

/** Why something was refused; fails for what was not refused, and for any other error. */
export function refusalOf(run: () => unknown): PlanRefused {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof PlanRefused) return thrown;
    throw thrown;
  }
  throw new Error("it was not refused");
}
