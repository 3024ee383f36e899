import { replacedTogether } from "../replacements";
import { fail, pass, wholePlan, type Rule } from "../rule";

/** The other key for all. */
export const pln3: Rule = {
  id: "PLN-3",
  title: "the key is switched for half of the containers at a time",
  level: "warning",
  why: "A container keeps the key that it was started with, so a switch replaces it, and all at once is an outage.",
  fix: "switch one half to key 2 and apply, then the other half, then renew key 1",
  source: "measured: a changed key replaces each container that uses it",
  judge: ({ plan }) => {
    const { running, byKey } = replacedTogether(plan);
    if (running.length < 2 || byKey.length === 0) return [];
    return [
      byKey.length === running.length
        ? fail(wholePlan, `all ${running.length} containers get another key at once`)
        : pass(wholePlan),
    ];
  },
};
