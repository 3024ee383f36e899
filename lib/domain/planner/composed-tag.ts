import type { FunctionEdition } from "../catalogue/types";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { previewOf } from "../served";
import { renderTag } from "../tag";
import type { ChosenTag, ImageContext } from "./chosen";
import { judgeLanguage } from "./language";
import { judgeServed, tagOf } from "./served";

const MISSING = { locale: "SPC108", voice: "SPC109" } as const;

/** What a sentiment container serves when nothing else is written. */
const DEFAULT_LANGUAGE = "en";

/** The tag of a version by the edition's grammar; undefined if the locale or voice in it is missing or wrong. */
export function composeTag(
  { entry, edition }: ImageContext,
  version: string,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  const { serves: key } = entry;
  if (key === "language") {
    return composeLanguageTag(edition, version, request, place, report);
  }
  if (key !== "locale" && key !== "voice") {
    return { tag: renderTag({ version, preview: previewOf(edition, version) === "always" }) };
  }
  const given = request[key];
  if (given === undefined) {
    const hint = `add ${key}:, or tag: latest for ${edition.latest.value[key] ?? "the default one"}`;
    report.error(MISSING[key], below(place, key), `${entry.name} needs a ${key}`, hint);
    return undefined;
  }
  const served = judgeServed({ key, given, entry, edition, version }, request, place, report);
  return (
    served && {
      tag: tagOf(edition, version, served),
      locale: served.locale,
      ...(key === "voice" ? { voice: served.name } : {}),
    }
  );
}

function composeLanguageTag(
  edition: FunctionEdition,
  version: string,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  const language = judgeLanguage(request.language ?? DEFAULT_LANGUAGE, edition, version, request, place, report);
  return language === undefined ? undefined : { tag: renderTag({ version, language, preview: false }), language };
}
