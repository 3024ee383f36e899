import { NEWEST_EDITION, editions, isEdition } from "../catalogue";
import type { Edition } from "../catalogue/types";
import { closest } from "../nearest";
import { type Profile, profiles } from "../profiles";
import type { Place, Report } from "../report";
import { either, quoted } from "../words";

/** The edition; the newest, with a warning, if none is configured; undefined if the configured one is unknown. */
export function chooseEdition(given: string | undefined, place: Place, report: Report): Edition | undefined {
  if (given === undefined) {
    const message = `no edition is configured, so ${NEWEST_EDITION} is planned`;
    report.warning("SPC104", place, message, `add the line edition: "${NEWEST_EDITION}"`);
    return NEWEST_EDITION;
  }
  if (isEdition(given)) {
    return given;
  }
  const hint = `use ${either(editions)}; nearest: ${closest(given, editions, 1).join("")}`;
  report.error("SPC103", place, `${quoted(given)} is not an edition`, hint);
  return undefined;
}

export function chooseProfile(given: string | undefined, place: Place, report: Report): Profile {
  const profile = profiles.find((known) => known === given);
  if (given !== undefined && profile === undefined) {
    report.error("SPC302", place, `${quoted(given)} is not a profile`, `use ${either(profiles)}`);
  }
  return profile ?? "trial";
}

/** Nobody accepts a licence for somebody else (design decision D10). */
export function judgeEula(given: string | undefined, place: Place, report: Report): void {
  if (given !== "accept") {
    const message = given === undefined ? "the EULA is not accepted" : `${quoted(given)} does not accept the EULA`;
    report.error("SPC301", place, message, "read the licence terms of the containers, then write eula: accept");
  }
}
