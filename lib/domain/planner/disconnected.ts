import { NEWEST_EDITION, findFunctionEdition, functionNames } from "../catalogue";
import type { FunctionEdition } from "../catalogue/types";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest, DisconnectedRequest } from "../request";
import { parseTag } from "../tag";
import { isOlder } from "../versions";
import { either } from "../words";
import type { ChosenImage } from "./chosen";

/** How a container runs without a connection to Azure; undefined if it is connected, or cannot run so. */
export function chooseDisconnected(
  edition: FunctionEdition | undefined,
  chosen: ChosenImage | undefined,
  { function: name, disconnected, sentiment }: ContainerRequest,
  place: Place,
  report: Report,
): DisconnectedRequest | undefined {
  if (disconnected === undefined || edition === undefined) {
    return undefined;
  }
  const own = below(place, "disconnected");
  if (edition.disconnectedSince === undefined) {
    const hint = `use ${either(ableFunctions())} of edition ${NEWEST_EDITION}, or disconnected: false`;
    report.error("SPC270", own, `there is no licence for a disconnected ${name}`, hint);
    return undefined;
  }
  const since = edition.disconnectedSince.value;
  const version = chosen === undefined ? undefined : parseTag(chosen.image.tag.toLowerCase())?.version;
  if (version !== undefined && isOlder(version, since)) {
    const message = `${name} ${version} needs a connection; it can do without from ${since} on`;
    report.error("SPC271", own, message, "take a later version, or disconnected: false");
    return undefined;
  }
  if (disconnected.renewal?.trim() === "") {
    report.error("SPC207", below(own, "renewal"), "renewal has no words", "write any, such as the year");
  }
  if (sentiment === "cloud") {
    const hint = "ask a sentiment container of the site, or take one of the two lines out";
    report.error("SPC272", below(place, "sentiment"), "a disconnected container does not reach the cloud", hint);
  }
  return disconnected;
}

function ableFunctions(): readonly string[] {
  return functionNames.filter((name) => findFunctionEdition(name, NEWEST_EDITION)?.disconnectedSince !== undefined);
}
