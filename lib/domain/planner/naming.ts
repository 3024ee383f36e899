import { isEngineName, isName, suggestName } from "../names";
import { comparePlaces } from "../order";
import type { Place, Report } from "../report";
import { holdsSecret } from "../secrets";
import { quoted } from "../words";

/** Reports a word that cannot be the name of a deployment, site or container. */
export function judgeName(name: string, place: Place, report: Report): void {
  if (!isName(name)) {
    const suggested = holdsSecret(name) ? undefined : suggestName(name);
    report.error(
      "SPC201",
      place,
      `${quoted(name)} is not a name: lower-case letters, digits and single hyphens, a letter first, at most 40`,
      suggested === undefined ? "use another name, such as captions" : `write ${suggested}`,
    );
  }
}

/** Reports a word with which the name of a container, network or volume of an engine cannot start. */
export function judgeEngineName(word: string, place: Place, report: Report): void {
  if (!isEngineName(word)) {
    const message = `${quoted(word)} cannot start the name of a container: letters, digits, dots, hyphens, underscores`;
    report.error("SPC201", place, message, "use another id");
  }
}

/** Reports every use of a name but the first one in the file. */
export function judgeRepeated(
  items: readonly { readonly request: { readonly name: string }; readonly place: Place }[],
  report: Report,
): void {
  const first = new Map<string, Place>();
  const inFile = [...items].sort((left, right) => comparePlaces(left.place.source, right.place.source));
  for (const { request, place } of inFile) {
    const earlier = first.get(request.name);
    if (earlier === undefined) {
      first.set(request.name, place);
    } else {
      report.error("SPC202", place, `the name is already taken${lineOf(earlier)}`, "rename one of the two");
    }
  }
}

/** ` (line 11)`, when the place is in a file. */
export function lineOf({ source }: Place): string {
  return source === undefined ? "" : ` (line ${source.line})`;
}
