import { argumentOf, flagOf, knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import { imageUses } from "../image-uses";
import type { ImageUse } from "../image-uses";

/** Images that stay on the engine. */
export const img5: Rule = {
  id: "IMG-5",
  title: "an image that stays on the engine is pinned by digest",
  level: { production: "warning", trial: "info" },
  why: "With keep_locally an engine goes on with its old copy of a tag, so two engines may run different images.",
  fix: "pin the digest: speech-containers lock",
  source: "kreuzwerker/docker issue 172, open",
  judge: (context) =>
    imageUses(context)
      .filter(({ subject }) => subject.type === "docker_image")
      .map((use) => judgeUse(context, use)),
};

function judgeUse({ plan }: RuleContext, { subject, name, image }: ImageUse): Outcome {
  const kept = flagOf(plan, subject, "keep_locally");
  if (name.state === "unknown" || kept.state === "unknown") return undecided(subject, "image known after apply");
  if (knownValue(kept) !== true || image === undefined || image.digest !== undefined) return pass(subject);
  const triggers = knownValue(argumentOf(plan, subject, "pull_triggers"));
  const isTriggered = Array.isArray(triggers) && triggers.length > 0;
  return isTriggered
    ? fail(subject, "pull_triggers pull nothing while keep_locally is true", { level: "warning" })
    : fail(subject, `keep_locally is true and "${image.tag ?? "latest"}" is no digest`);
}
