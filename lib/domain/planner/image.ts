import type { FunctionEdition, FunctionEntry } from "../catalogue/types";
import { type RegistryPlace, inRegistry, isDigest } from "../image";
import { voiceSlugs } from "../known-images";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { LATEST, isVersion, renderTag } from "../tag";
import { quoted } from "../words";
import type { ChosenImage, ChosenTag } from "./chosen";
import { judgePinnedTag, versionOfTag } from "./pinned-tag";
import { judgeRetirement } from "./retirement";
import { judgeForbidden, judgeLocale, judgeModelId, judgeVoice } from "./serving";

/** What the choice of an image depends on besides the container. */
export interface ImageContext {
  readonly entry: FunctionEntry;
  readonly edition: FunctionEdition;
  readonly registry: RegistryPlace | undefined;
  readonly profile: "trial" | "production";
}

/** The image of a container; undefined if anything that decides it is wrong. */
export function chooseImage(
  context: ImageContext,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenImage | undefined {
  const { entry, edition, registry } = context;
  judgeForbidden(entry, request, place, report);
  const modelId = entry.serves === "model" ? judgeModelId(request, place, report) : undefined;
  const digestIsGood = judgeDigest(request, place, report);
  const version = request.tag === undefined ? judgeVersion(context, request, place, report) : versionOfTag(request.tag);
  judgeRetirement(edition, version ?? edition.version.value, request, place, report);
  const chosen =
    request.tag === undefined
      ? composeTag(context, version, request, place, report)
      : judgePinnedTag(request.tag, edition, request, place, report);
  if (chosen === undefined || !digestIsGood || (entry.serves === "model" && modelId === undefined)) {
    return undefined;
  }
  const { tag, ...served } = chosen;
  judgeForProduction(context, chosen.tag, request, place, report);
  const image = inRegistry(edition.repository.value, registry ?? { host: edition.registry.value });
  const { digest } = request;
  return {
    image: { ...image, tag, ...(digest === undefined ? {} : { digest }) },
    ...served,
    ...(modelId === undefined ? {} : { modelId }),
  };
}

/** The version that is pinned, or the edition's; undefined if the pinned one is none. */
function judgeVersion(
  { entry, edition }: ImageContext,
  { version }: ContainerRequest,
  place: Place,
  report: Report,
): string | undefined {
  if (version === undefined) {
    return edition.version.value;
  }
  if (!isVersion(version)) {
    const hint = `write three numbers, such as ${edition.version.value}`;
    report.error("SPC113", below(place, "version"), `${quoted(version)} is not a version`, hint);
    return undefined;
  }
  if (!edition.releases.some((release) => release.version === version)) {
    report.warning(
      "SPC114",
      below(place, "version"),
      `${entry.name} ${version} is not in the catalogue, so nobody checked that its images exist`,
      `the edition's own version is ${edition.version.value}`,
    );
  }
  return version;
}

/** The tag by the edition's grammar. */
function composeTag(
  { entry, edition }: ImageContext,
  version: string | undefined,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  const judged = version ?? edition.version.value;
  const subject = `${entry.name} ${judged}`;
  const always = edition.tag.value.preview === "always";
  const orTag = `or, for ${edition.latest.value.voice ?? edition.latest.value.locale ?? "the newest"}, tag: latest`;
  let chosen: ChosenTag | undefined;
  if (entry.serves === "voice") {
    if (request.voice === undefined) {
      report.error("SPC109", below(place, "voice"), `${entry.name} needs a voice`, `add voice:, ${orTag}`);
      return undefined;
    }
    const voice = judgeVoice(request.voice, edition, judged, subject, below(place, "voice"), report);
    chosen = voice && {
      tag: renderTag({ version: judged, ...voiceSlugs(voice), preview: always || voice.preview }),
      locale: voice.locale,
      voice: voice.name,
    };
  } else if (entry.serves === "locale") {
    if (request.locale === undefined) {
      report.error("SPC108", below(place, "locale"), `${entry.name} needs a locale`, `add locale:, ${orTag}`);
      return undefined;
    }
    const locale = judgeLocale(request.locale, edition, judged, subject, below(place, "locale"), report);
    chosen =
      locale === undefined
        ? undefined
        : {
            tag: renderTag({ version: judged, locale: locale.toLowerCase(), preview: always }),
            locale,
          };
  } else {
    chosen = { tag: renderTag({ version: judged, preview: always }) };
  }
  return version === undefined ? undefined : chosen;
}

function judgeDigest({ digest }: ContainerRequest, place: Place, report: Report): boolean {
  if (digest === undefined || isDigest(digest)) {
    return true;
  }
  const hint = "write sha256: and 64 hexadecimal digits in lower case";
  report.error("SPC119", below(place, "digest"), `${quoted(digest)} is not a digest`, hint);
  return false;
}

function judgeForProduction(
  { entry, profile }: ImageContext,
  tag: string,
  { digest, tag: pinned }: ContainerRequest,
  place: Place,
  report: Report,
): void {
  if (profile !== "production") {
    return;
  }
  if (tag === LATEST && digest === undefined) {
    const hint = "pin a version, a tag or a digest";
    report.warning("SPC122", below(place, "tag"), "latest names another image after each release", hint);
  }
  if (/-preview(?:-|$)/.test(tag)) {
    const shown = pinned === undefined ? below(place, "function") : below(place, "tag");
    const hint = "take a version without -preview where there is one";
    report.warning("SPC123", shown, `the image of ${entry.name} is a preview, which comes without support`, hint);
  }
}
