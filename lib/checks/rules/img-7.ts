import { functionOfRepository } from "../../domain/known-images";
import { parseTag } from "../../domain/tag";
import { imageBefore } from "../before";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";
import { parseImageName } from "../views/image-name";

/** A new major version. */
export const img7: Rule = {
  id: "IMG-7",
  title: "image keeps its major version",
  level: "warning",
  why: "Microsoft documents a new major version as a break of the API: clients may have to change.",
  fix: "try the clients with the new version first: speech-containers verify against a second container",
  source: "MicrosoftDocs/azure-ai-docs container pages, July 2025",
  judge: (context) => context.containers.flatMap((container) => judgeContainer(context, container)),
};

function judgeContainer(
  { plan }: RuleContext,
  { resource, imageName, image, owner }: ContainerView,
): readonly Outcome[] {
  const old = parseImageName(imageBefore(plan, resource) ?? "");
  if (old === undefined) return [];
  if (imageName.state === "unknown") return [undecided(resource, "image known after apply")];
  if (image === undefined) return [];
  if (owner === undefined || functionOfRepository(old.repository)?.function !== owner.function) return [];
  const [from, to] = [versionOf(old.tag), versionOf(image.tag)];
  if (from === undefined || to === undefined) return [];
  return [
    majorOf(from) === majorOf(to)
      ? pass(resource)
      : fail(resource, `the image goes from ${from} to ${to}, another major version`),
  ];
}

function versionOf(tag: string | undefined): string | undefined {
  return tag === undefined ? undefined : parseTag(tag)?.version;
}

const majorOf = (version: string): string => version.split(".", 1)[0] ?? "";
