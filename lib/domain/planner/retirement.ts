import type { FunctionEdition } from "../catalogue/types";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { describeRetirement, retirementOf } from "../retirement";

/** Reports a retired image: an error, or a warning once `allowRetired: true` accepts it. */
export function judgeRetirement(
  entry: FunctionEdition,
  version: string,
  request: ContainerRequest,
  place: Place,
  report: Report,
): void {
  const retirement = retirementOf(entry, version);
  if (retirement === undefined) {
    return;
  }
  const { since, reason, instead = "no replacement is documented" } = describeRetirement(retirement);
  const message = `${`${request.function} ${version} is retired ${since}`.trimEnd()}: ${reason}`;
  if (request.allowRetired === true) {
    report.warning("SPC107", below(place, "allowRetired"), message, instead);
  } else {
    report.error("SPC106", below(place, "function"), message, `${instead}; or, with a mirror, add allowRetired: true`);
  }
}
