import { tagFault } from "../../domain/tag-fault";
import { catalogueEntry, imageUses } from "../image-uses";
import { fail, pass, undecided, type Rule } from "../rule";

/** Tags that name no image. */
export const img3: Rule = {
  id: "IMG-3",
  title: "tag names an image that exists",
  level: "error",
  why: "A tag of an unknown locale or voice, in capitals, or for another platform cannot be pulled.",
  fix: "write the tag as the registry lists it",
  source: "catalogue of this package: tag grammar, locales and voices by version",
  judge: (context) =>
    imageUses(context).flatMap(({ subject, name, image, owner }) => {
      const entry = catalogueEntry(owner);
      if (name.state === "unknown") return [undecided(subject, "image known after apply")];
      if (entry === undefined || image === undefined) return [];
      if (image.tag === undefined) return [pass(subject)];
      const fault = tagFault(image.tag, entry);
      if (fault === undefined) return [pass(subject)];
      // A digest names an image, whatever the tag beside it says.
      if (fault.kind === "unlisted" || image.digest !== undefined) {
        return image.digest === undefined
          ? [undecided(subject, `"${image.tag}" is in no list of the catalogue: docker pull tells whether it exists`)]
          : [pass(subject)];
      }
      return [fail(subject, fault.message, fault.fix === undefined ? {} : { fix: fault.fix })];
    }),
};
