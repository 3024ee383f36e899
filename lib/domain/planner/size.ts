import type { FunctionEdition, Size } from "../catalogue/types";
import { parseMemory } from "../memory";
import type { SizePlan } from "../plan";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { describeSize, judgeSize, planExplicitSize, planNamedSize, sizesOf } from "../sizing";
import { quoted } from "../words";
import { chooseExpectedSize } from "./expected-size";

const SMALLEST_MEMORY_MIB = 6;

/** The size of a container; undefined if it is none, or too small without a reason. */
export function chooseSize(
  edition: FunctionEdition,
  request: ContainerRequest,
  place: Place,
  report: Report,
): SizePlan | undefined {
  if (request.expect !== undefined) {
    return chooseExpectedSize(edition, request, place, report);
  }
  const { size = "recommended", function: name } = request;
  if (typeof size !== "string") {
    return explicitSize(edition, size, name, place, report);
  }
  const plan = planNamedSize(edition, size);
  if (judgeSize(edition, plan) === "below recommended") {
    warnBelowRecommended(edition, plan, name, below(place, "size"), report);
  }
  return plan;
}

function explicitSize(
  edition: FunctionEdition,
  given: { readonly cores: number; readonly memory: string | number; readonly belowMinimum?: string },
  name: string,
  place: Place,
  report: Report,
): SizePlan | undefined {
  const sizePlace = below(place, "size");
  const memoryMiB = parseMemory(given.memory);
  if (!isCores(given.cores)) {
    const hint = "write a positive number with at most two decimals";
    report.error("SPC210", below(sizePlace, "cores"), `${quoted(given.cores)} is not a number of cores`, hint);
  }
  if (memoryMiB === undefined || memoryMiB < SMALLEST_MEMORY_MIB) {
    const hint = "write a number and m or g, such as 512m or 16g";
    report.error("SPC210", below(sizePlace, "memory"), `${quoted(given.memory)} is not a memory size`, hint);
  }
  const reason = given.belowMinimum;
  if (reason !== undefined && reason.trim() === "") {
    report.error("SPC207", below(sizePlace, "belowMinimum"), "belowMinimum has no words", "write why it is enough");
    return undefined;
  }
  if (!isCores(given.cores) || memoryMiB === undefined || memoryMiB < SMALLEST_MEMORY_MIB) {
    return undefined;
  }
  const size = { cores: given.cores, memoryMiB };
  const judgement = judgeSize(edition, size);
  if (judgement === "below recommended") {
    warnBelowRecommended(edition, size, name, sizePlace, report);
  }
  if (judgement !== "below minimum") {
    return planExplicitSize(edition, size, undefined);
  }
  const least = sizesOf(edition).minimum;
  const message = `${describeSize(size)} is below the minimum of ${name}: ${describeSize(least)}`;
  if (reason === undefined) {
    report.error("SPC211", sizePlace, message, `use size: minimum, or add belowMinimum: "<reason>"`);
    return undefined;
  }
  report.warning("SPC213", sizePlace, message, "accepted by belowMinimum; the container may never become ready");
  return planExplicitSize(edition, size, reason);
}

/** Positive, finite, in hundredths of a core: what a CPU quota can say. */
export function isCores(value: number): boolean {
  const hundredths = Math.round(value * 100);
  return Number.isSafeInteger(hundredths * 1000) && hundredths > 0 && Math.abs(value * 100 - hundredths) < 1e-6;
}

function warnBelowRecommended(edition: FunctionEdition, size: Size, name: string, place: Place, report: Report): void {
  const { recommended } = sizesOf(edition);
  const message = `${describeSize(size)} is below what is recommended for ${name}: ${describeSize(recommended)}`;
  report.warning("SPC212", place, message, "use size: recommended where the engine has room");
}
