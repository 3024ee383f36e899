import { replacedTogether } from "../replacements";
import { fail, pass, wholePlan, type Rule } from "../rule";

/** Many containers at once. */
export const pln2: Rule = {
  id: "PLN-2",
  title: "no more than half of the containers are replaced at once",
  level: { production: "error", trial: "warning" },
  why: "Each replaced container is gone until the new one has loaded its model, and nobody else answers meanwhile.",
  fix: "apply in steps (-target), or raise replicas first; the interruption report says which endpoint is gone for how long",
  source: "kreuzwerker/docker 3.6.2: env, command, image and ports force replacement, memory does not",
  judge: ({ plan }) => {
    const { running, replaced, byKey } = replacedTogether(plan);
    // A key that is switched for all is PLN-3's matter; a single container has no other half.
    if (running.length < 2 || byKey.length > running.length / 2) return [];
    return [
      replaced.length > running.length / 2
        ? fail(wholePlan, `${replaced.length} of ${running.length} containers are replaced at once`)
        : pass(wholePlan),
    ];
  },
};
