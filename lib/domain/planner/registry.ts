import { type RegistryPlace, parseRegistry } from "../image";
import type { Place, Report } from "../report";
import { quoted } from "../words";

/** A configured registry; undefined if there is none, or if it is wrong, which is reported. */
export function chooseRegistry(given: string | undefined, place: Place, report: Report): RegistryPlace | undefined {
  const registry = given === undefined ? undefined : parseRegistry(given);
  if (given !== undefined && registry === undefined) {
    const hint = "write host and path in lower case without scheme, such as contoso.azurecr.io/mirror";
    report.error("SPC120", place, `${quoted(given)} is not a registry`, hint);
  }
  return registry;
}
