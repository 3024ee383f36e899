import { fail, undecided, wholePlan, type Rule, type RuleContext } from "../rule";
import { isSpeechBefore } from "../speech-before";

/** What nobody has read. What makes a plan unreadable as a whole is refused by the reader before any rule is asked. */
export const pln1: Rule = {
  id: "PLN-1",
  title: "the plan is whole, of a known format, and did not fail",
  level: "error",
  why: "What was not read cannot be judged, so such a plan is refused (exit 2) instead of passed.",
  fix: "make the plan again, whole; a targeted plan is judged and marked partial, with --strict refused too",
  source: "HashiCorp's description of the JSON output format: readers reject another major version",
  judge: (context) => {
    const { plan, unclear } = context;
    if (!isAboutSpeech(context)) {
      return [
        fail(wholePlan, "there is no Speech container, image or account in it, so nothing was judged", {
          level: "info",
          fix: "if there should be one, look whether this is the right plan; other ways to run containers are not read",
        }),
      ];
    }
    return [
      ...plan.unread.map((module) => undecided(module, "what is in this module only a plan tells")),
      ...unclear.map(({ resource }) => undecided(resource, "whether it is a Speech container is known after apply")),
    ];
  },
};

function isAboutSpeech({ plan, accounts, containers, unclear, images }: RuleContext): boolean {
  if (accounts.length + containers.length + unclear.length + plan.unread.length > 0) return true;
  if (images.some(({ owner }) => owner !== undefined)) return true;
  return plan.resources.some((resource) => resource.type === "docker_container" && isSpeechBefore(plan, resource));
}
