import { LATEST } from "../../domain/tag";
import { imageUses } from "../image-uses";
import { fail, pass, undecided, type Rule } from "../rule";

/** Tags that name another image after each release. */
export const img2: Rule = {
  id: "IMG-2",
  title: "image is named by version or digest",
  level: { production: "error", trial: "warning" },
  why: "latest is another image after each release, and of a function with locales it is en-US whatever was meant.",
  fix: "name a version, or a digest",
  source: "kreuzwerker/docker issue 172; MicrosoftDocs/azure-ai-docs container pages",
  judge: (context) =>
    imageUses(context).map(({ subject, name, image }) => {
      if (name.state === "unknown") return undecided(subject, "image known after apply");
      if (image === undefined || image.digest !== undefined) return pass(subject);
      if (image.tag !== undefined && image.tag !== LATEST) return pass(subject);
      return fail(subject, image.tag === undefined ? "the image has no tag, so latest is meant" : "the tag is latest");
    }),
};
