import type { Interruption, Outage } from "./interruption-report";

const LONGEST_IN_SECONDS = 120;

/** `replaced (locale changes the image)`, `stays`. */
export function describeEffect({ effect, why }: Interruption): string {
  return why === undefined ? effect : `${effect} (${why})`;
}

/** `about 90 s`, `up to 62 min`, `about 90 s after the pull of its image`. */
export function describeOutage({ seconds, behind }: Outage): string {
  const time = seconds <= LONGEST_IN_SECONDS ? `about ${seconds} s` : `up to ${Math.ceil(seconds / 60)} min`;
  return behind === undefined ? time : `${time} after ${behind}`;
}

/** Where clients find it: `ws://localhost:5000`, `ws://localhost:5000 -> ws://localhost:6000`. */
export function describeEndpoint({ effect, before, after }: Interruption): string {
  if (effect === "moves") return `${before ?? ""} -> ${after ?? ""}`;
  return after ?? before ?? "";
}
