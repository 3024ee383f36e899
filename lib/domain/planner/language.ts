import type { FunctionEdition } from "../catalogue/types";
import { closest } from "../nearest";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { findRelease } from "../served";
import { renderTag } from "../tag";
import { quoted } from "../words";

const FORM = /^[a-z]{2,3}$/;

/** The language of a sentiment image; undefined if no image of the version is known for it. */
export function judgeLanguage(
  given: string,
  edition: FunctionEdition,
  version: string,
  { function: name, digest }: ContainerRequest,
  container: Place,
  report: Report,
): string | undefined {
  const place = below(container, "language");
  const releases = findRelease(edition, version);
  const known = (releases === undefined ? edition.releases : [releases]).flatMap(({ languages }) => languages ?? []);
  if (known.includes(given)) {
    return given;
  }
  const lower = given.toLowerCase();
  if (known.includes(lower)) {
    report.error("SPC116", place, `${quoted(given)} is not how the language is written`, `write ${lower}`);
    return undefined;
  }
  if (FORM.test(given) && digest !== undefined) {
    const message = `nobody checked that ${name} ${version} has ${quoted(given)}`;
    report.warning("SPC124", place, message, "the digest says which image runs");
    return given;
  }
  // People write locales: `en-US` is nearer to `en` than to `es`.
  const near = closest(given.split(/[-_]/)[0] ?? "", known, 1).join("");
  const pin = FORM.test(given)
    ? `; or pin it with tag: ${renderTag({ version, language: given, preview: false })}`
    : "";
  const message = `${quoted(given)} is not a language of ${name} ${version}`;
  report.error("SPC128", place, message, `use one of ${known.join(", ")}; nearest: ${near}${pin}`);
  return undefined;
}
