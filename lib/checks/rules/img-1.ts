import { describeRetirement, retirementOf } from "../../domain/retirement";
import { parseTag } from "../../domain/tag";
import { acknowledged } from "../acknowledged";
import { catalogueEntry, imageUses, type ImageUse } from "../image-uses";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";

/** No path of it has worked since 22 September 2020. */
const CLOSED_REGISTRY = "containerpreview.azurecr.io";

/** Retired images. */
export const img1: Rule = {
  id: "IMG-1",
  title: "image is still served",
  level: "error",
  why: "A retired image cannot be pulled any more, or is no longer supported.",
  fix: "use the image that replaces it; a copy in a mirror needs an acknowledgement (allowRetired: true)",
  source: "catalogue of this package, with date and source of each retirement",
  judge: (context) => imageUses(context).map(judgeUse),
};

function judgeUse(use: ImageUse): Outcome {
  const { subject, name, image, owner, containers } = use;
  if (name.state === "unknown") return undecided(subject, "image known after apply");
  const entry = catalogueEntry(owner);
  if (image === undefined || (entry === undefined && image.registry !== CLOSED_REGISTRY)) return pass(subject);
  const accepted = containers.length > 0 && containers.every(({ resource }) => acknowledged(resource, "allowRetired"));
  if (accepted || acknowledged(subject, "IMG-1")) return pass(subject);
  if (entry === undefined) return fail(subject, `${image.registry} closed on 2020-09-22`);
  const version = parseTag(image.tag?.toLowerCase() ?? "")?.version ?? entry.version.value;
  const retirement = retirementOf(entry, version);
  if (retirement === undefined) return pass(subject);
  const { since, reason, instead } = describeRetirement(retirement);
  const message = `${`${owner?.function ?? ""} ${version} is retired ${since}`.trim()}: ${reason}`;
  return fail(subject, message, instead === undefined ? {} : { fix: instead });
}
