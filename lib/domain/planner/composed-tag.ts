import { voiceSlugs } from "../known-images";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { renderTag } from "../tag";
import type { ChosenTag, ImageContext } from "./chosen";
import { judgeLocale, judgeVoice } from "./serving";

/** The tag of a version by the edition's grammar; undefined if the locale or voice in it is missing or wrong. */
export function composeTag(
  context: ImageContext,
  version: string,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  switch (context.entry.serves) {
    case "voice":
      return composeVoiceTag(context, version, request, place, report);
    case "locale":
      return composeLocaleTag(context, version, request, place, report);
    default:
      return { tag: renderTag({ version, preview: isAlwaysPreview(context) }) };
  }
}

function composeVoiceTag(
  context: ImageContext,
  version: string,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  const { entry, edition } = context;
  const voicePlace = below(place, "voice");
  if (request.voice === undefined) {
    const hint = `add voice:, or tag: latest for ${edition.latest.value.voice ?? "the default one"}`;
    report.error("SPC109", voicePlace, `${entry.name} needs a voice`, hint);
    return undefined;
  }
  const voice = judgeVoice(request.voice, edition, version, `${entry.name} ${version}`, voicePlace, report);
  return (
    voice && {
      tag: renderTag({ version, ...voiceSlugs(voice), preview: isAlwaysPreview(context) || voice.preview }),
      locale: voice.locale,
      voice: voice.name,
    }
  );
}

function composeLocaleTag(
  context: ImageContext,
  version: string,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  const { entry, edition } = context;
  const localePlace = below(place, "locale");
  if (request.locale === undefined) {
    const hint = `add locale:, or tag: latest for ${edition.latest.value.locale ?? "the default one"}`;
    report.error("SPC108", localePlace, `${entry.name} needs a locale`, hint);
    return undefined;
  }
  const locale = judgeLocale(request.locale, edition, version, `${entry.name} ${version}`, localePlace, report);
  return locale === undefined
    ? undefined
    : { tag: renderTag({ version, locale: locale.toLowerCase(), preview: isAlwaysPreview(context) }), locale };
}

function isAlwaysPreview({ edition }: ImageContext): boolean {
  return edition.tag.value.preview === "always";
}
