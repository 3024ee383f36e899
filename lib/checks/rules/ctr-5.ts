import { expectedUses } from "../../domain/catalogue/loads";
import type { ExpectedUse } from "../../domain/catalogue/types";
import { coresOfLoad, describeUses } from "../../domain/load";
import { describeCores } from "../../domain/sizing";
import { catalogueEntry } from "../image-uses";
import { fetchesLicence } from "../offline";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

/** Decoders that one core can feed. */
const DECODERS_PER_CORE = 2;

/** Above it memory of another processor is used, and decoding slows down. */
const MOST_CORES = 16;

const DECODERS = "DECODER_MAX_COUNT";

/** More work than a container can do. */
export const ctr5: Rule = {
  id: "CTR-5",
  title: "container takes no more at once than its cores allow",
  level: "warning",
  why: "Sessions beyond two a core, and texts beyond five for eight cores, fall behind real time and are cut off.",
  fix: "give it more cores, up to 16, lower what it takes at once, or run a second container",
  source:
    "MicrosoftDocs/azure-docs speech-container-faq.md, March 2021; catalogue of this package, with the source of each load",
  options: {
    synthesisRequests: "texts that each text to speech takes at once; default: what the stack expects, else not judged",
  },
  judge: (context) =>
    context.containers.filter((each) => !fetchesLicence(each)).map((each) => judgeContainer(context, each)),
};

function judgeContainer({ options }: RuleContext, container: ContainerView): Outcome {
  const { resource, cores } = container;
  if (cores.state === "unknown") return undecided(resource, "cores known after apply");
  const available = knownValue(cores);
  // What is not limited has all cores of its engine.
  if (available === undefined) return pass(resource);
  if (available > MOST_CORES) {
    return fail(resource, `${available} cores: more than ${MOST_CORES} in one container do not help`);
  }
  const message = tooMuch(container, expectedOf(container, options), available);
  return message === undefined ? judgeDecoders(container, available) : fail(resource, message);
}

/** What a container takes at once. */
interface Load {
  readonly use: ExpectedUse;
  readonly count: number;
}

/** The stack says it of each container; of those that it says nothing of, the checks file says it. */
function expectedOf({ resource, owner }: ContainerView, options: RuleContext["options"]): Load | undefined {
  const { use, count } = resource.facts.expected ?? {};
  const known = expectedUses.find((each) => each === use);
  if (known !== undefined && typeof count === "number") return { use: known, count };
  const requests = options["synthesisRequests"];
  const isSpoken = catalogueEntry(owner)?.loads?.synthesisRequests !== undefined;
  return isSpoken && typeof requests === "number" ? { use: "synthesisRequests", count: requests } : undefined;
}

function tooMuch({ owner }: ContainerView, load: Load | undefined, available: number): string | undefined {
  const entry = catalogueEntry(owner);
  if (entry === undefined || load === undefined) return undefined;
  const { use, count } = load;
  const most = entry.loads?.[use]?.value.mostInOne ?? Infinity;
  if (count > most)
    return `it is to take ${describeUses(use, count)} at once, and ${most} is the most for one container`;
  const needed = coresOfLoad(entry, use, count) ?? 0;
  return needed > available
    ? `${describeUses(use, count)} at once need ${describeCores(needed)}, it has ${available}`
    : undefined;
}

function judgeDecoders({ resource, settings, owner }: ContainerView, available: number): Outcome {
  const setting = findSetting(settings, DECODERS);
  const loads = Object.values(catalogueEntry(owner)?.loads ?? {});
  const hasDecoders = owner === undefined || loads.some(({ value }) => value.setsDecoders);
  if (setting === "unset" || (setting === "unknown" && !hasDecoders)) return pass(resource);
  if (setting === "unknown" || setting.value.state === "unknown") {
    return undecided(resource, `${DECODERS} known after apply`);
  }
  const decoders = Number(knownValue(setting.value));
  const most = DECODERS_PER_CORE * available;
  if (Number.isNaN(decoders)) return fail(resource, `${DECODERS} is no number`);
  return decoders > most
    ? fail(resource, `${DECODERS} is ${decoders}, ${available} cores can feed ${most}`)
    : pass(resource);
}
