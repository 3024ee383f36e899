import { inRegistry, isDigest } from "../image";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { findRelease, placeOf, previewOf } from "../served";
import { LATEST, isVersion } from "../tag";
import { quoted } from "../words";
import type { ChosenImage, ImageContext } from "./chosen";
import { composeTag } from "./composed-tag";
import { lockedDigest } from "./lock";
import { judgePinnedTag, versionOfTag } from "./pinned-tag";
import { judgeRetirement } from "./retirement";
import { judgeForbidden, judgeModelId } from "./serving";

const PREVIEW_SUFFIX = "-preview";

/** The image of a container; undefined if its tag is wrong. Usable only if nothing was reported. */
export function chooseImage(
  context: ImageContext,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenImage | undefined {
  const { entry, edition, registry } = context;
  judgeForbidden(entry, request, place, report);
  judgeDigest(request, place, report);
  const modelId = entry.serves === "model" ? judgeModelId(request, place, report) : undefined;
  const version =
    request.tag === undefined
      ? chooseVersion(context, request, place, report)
      : (versionOfTag(request.tag) ?? edition.version.value);
  judgeRetirement(edition, version, request, place, report);
  const chosen =
    request.tag === undefined
      ? composeTag(context, version, request, place, report)
      : judgePinnedTag(request.tag, edition, request, place, report);
  if (chosen === undefined) {
    return undefined;
  }
  const { tag, ...served } = chosen;
  const images = placeOf(edition, version);
  const image = { ...inRegistry(images.repository.value, registry ?? { host: images.registry.value }), tag };
  const digest = lockedDigest(image, context.lock, request, place, report);
  judgeForProduction(context, { tag, digest }, request, place, report);
  return {
    image: { ...image, ...(digest === undefined ? {} : { digest }) },
    ...served,
    ...(modelId === undefined ? {} : { modelId }),
  };
}

/** The version that is pinned, if it is one, else the edition's. */
function chooseVersion(
  { entry, edition }: ImageContext,
  { version }: ContainerRequest,
  place: Place,
  report: Report,
): string {
  if (version === undefined) {
    return edition.version.value;
  }
  if (!isVersion(version, edition.tag.value)) {
    const count = edition.tag.value.language === true ? "two" : "three";
    const hint = `write ${count} numbers, such as ${edition.version.value}`;
    report.error("SPC113", below(place, "version"), `${quoted(version)} is not a version`, hint);
    return edition.version.value;
  }
  if (previewOf(edition, version) === "always" && version.endsWith(PREVIEW_SUFFIX)) {
    const plain = version.slice(0, -PREVIEW_SUFFIX.length);
    const message = `${quoted(version)} ends in ${PREVIEW_SUFFIX}, which every tag of ${entry.name} gets by itself`;
    report.error("SPC113", below(place, "version"), message, `write ${plain}`);
    return plain;
  }
  // Of a locale or voice the pair with its version is judged, which says more.
  const hasPairs = entry.serves === "locale" || entry.serves === "voice";
  if (!hasPairs && findRelease(edition, version) === undefined) {
    report.warning(
      "SPC114",
      below(place, "version"),
      `${entry.name} ${version} is not in the catalogue, so nobody checked that its images exist`,
      `the edition's own version is ${edition.version.value}`,
    );
  }
  return version;
}

function judgeDigest({ digest }: ContainerRequest, place: Place, report: Report): void {
  if (digest !== undefined && !isDigest(digest)) {
    const hint = "write sha256: and 64 hexadecimal digits in lower case";
    report.error("SPC119", below(place, "digest"), `${quoted(digest)} is not a digest`, hint);
  }
}

function judgeForProduction(
  { entry, edition, profile }: ImageContext,
  { tag, digest }: { readonly tag: string; readonly digest: string | undefined },
  { tag: pinned }: ContainerRequest,
  place: Place,
  report: Report,
): void {
  if (profile !== "production") {
    return;
  }
  if (tag === LATEST && digest === undefined) {
    const { asOf, version = "", locale = "" } = edition.latest.value;
    const named = [version, locale].filter((word) => word !== "").join(" ");
    const message = `latest names another image after each release${named === "" ? "" : `; it was ${named} on ${asOf}`}`;
    report.warning("SPC122", below(place, "tag"), message, "pin a version, a tag or a digest");
  }
  if (/-preview(?:-|$)/.test(tag)) {
    const shown = pinned === undefined ? below(place, "function") : below(place, "tag");
    const hint = "take a version without -preview where there is one";
    report.warning("SPC123", shown, `the image of ${entry.name} is a preview, which comes without support`, hint);
  }
}
