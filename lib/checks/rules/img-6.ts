import { imageUses } from "../image-uses";
import { fail, pass, undecided, type Rule } from "../rule";

/** Registries that a team allows. */
export const img6: Rule = {
  id: "IMG-6",
  title: "image comes from an allowed registry",
  level: "error",
  why: "Engines without a way out cannot pull from elsewhere, and what comes from elsewhere nobody has looked at.",
  fix: "set registry: to the mirror, or allow the registry in the checks file",
  source: "the team's own policy: without the option nothing is judged",
  options: { registries: "list of allowed registries, each a host with or without a path; default: all" },
  judge: (context) => {
    const { registries } = context.options;
    if (!Array.isArray(registries)) return [];
    const allowed = registries.filter((each): each is string => typeof each === "string");
    return imageUses(context).map(({ subject, name, image }) => {
      if (name.state === "unknown") return undecided(subject, "image known after apply");
      if (image === undefined) return pass(subject);
      const place = `${image.registry}/${image.repository}`;
      const isAllowed = allowed.some((registry) => `${place}/`.startsWith(`${registry.replace(/\/+$/, "")}/`));
      return isAllowed
        ? pass(subject)
        : fail(subject, `the image comes from "${image.registry}", allowed is ${allowed.join(", ") || "none"}`);
    });
  },
};
