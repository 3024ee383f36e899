import { NEWEST_EDITION, findFunctionEdition } from "../../domain/catalogue";
import { retirementOf } from "../../domain/retirement";
import { parseTag } from "../../domain/tag";
import { isOlder } from "../../domain/versions";
import { catalogueEntry, imageUses, type ImageUse } from "../image-uses";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";

/** Previews, and versions that are no longer the current one. */
export const img4: Rule = {
  id: "IMG-4",
  title: "image is of the current version and no preview",
  level: { production: "warning", trial: "info" },
  why: "Microsoft supports only the current version of a connected container, and no preview in production.",
  fix: "move to the current version of the catalogue",
  source: "MicrosoftDocs/azure-ai-docs container pages, July 2025; versions of the catalogue",
  judge: (context) => imageUses(context).flatMap(judgeUse),
};

function judgeUse({ subject, name, image, owner }: ImageUse): readonly Outcome[] {
  if (name.state === "unknown") return [undecided(subject, "image known after apply")];
  const entry = catalogueEntry(owner);
  const parts = image?.tag === undefined ? undefined : parseTag(image.tag);
  // What is retired is IMG-1's matter.
  if (owner === undefined || entry === undefined || parts === undefined) return [];
  if (retirementOf(entry, parts.version) !== undefined) return [];
  if (parts.preview || parts.version.endsWith("-preview")) return [fail(subject, `"${image?.tag ?? ""}" is a preview`)];
  const current = findFunctionEdition(owner.function, NEWEST_EDITION)?.version.value ?? entry.version.value;
  return isOlder(parts.version, `${current.split(".").slice(0, 2).join(".")}.0`)
    ? [fail(subject, `${parts.version} is older than ${current}, the catalogue's current version`)]
    : [pass(subject)];
}
