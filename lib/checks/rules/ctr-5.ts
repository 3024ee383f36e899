import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

/** Decoders that one core can feed. */
const DECODERS_PER_CORE = 2;

/** Above it memory of another processor is used, and decoding slows down. */
const MOST_CORES = 16;

/** More work than a container can do. */
export const ctr5: Rule = {
  id: "CTR-5",
  title: "container takes no more at once than its cores allow",
  level: "warning",
  why: "Sessions beyond two a core fall behind real time and are cut off, and beyond 16 cores more do not help.",
  fix: "lower DECODER_MAX_COUNT, or run a second container",
  source: "MicrosoftDocs/azure-docs speech-container-faq.md, March 2021",
  judge: ({ containers }) => containers.map(judgeContainer),
};

function judgeContainer({ resource, cores, settings }: ContainerView): Outcome {
  if (cores.state === "unknown") return undecided(resource, "cores known after apply");
  const available = knownValue(cores);
  if (available !== undefined && available > MOST_CORES) {
    return fail(resource, `${available} cores: more than ${MOST_CORES} in one container do not help`);
  }
  const setting = findSetting(settings, "DECODER_MAX_COUNT");
  if (typeof setting !== "object" || available === undefined) return pass(resource);
  if (setting.value.state === "unknown") return undecided(resource, "DECODER_MAX_COUNT known after apply");
  const decoders = Number(knownValue(setting.value));
  const most = DECODERS_PER_CORE * available;
  return decoders > most
    ? fail(resource, `DECODER_MAX_COUNT is ${decoders}, ${available} cores can feed ${most}`)
    : pass(resource);
}
