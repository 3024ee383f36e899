import type { Reading } from "./plan-view";
import { undecided, type Outcome, type Subject } from "./rule";

/** Judges a value, or undefined where none is set; undecided while the value is known after apply only. */
export function judged<Value>(
  subject: Subject,
  what: string,
  reading: Reading<Value>,
  judge: (value: Value | undefined) => Outcome,
): Outcome {
  if (reading.state === "unknown") return undecided(subject, `${what} known after apply`);
  return judge(reading.state === "known" ? reading.value : undefined);
}
