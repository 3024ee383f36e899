import { type RegistryPlace, parseRegistry } from "../image";
import { compareText } from "../order";
import type { RegistryLoginPlan } from "../plan";
import { type Place, type Report, below } from "../report";
import type { RegistryRequest } from "../request";
import { quoted } from "../words";

/** What no registry takes as a user name: blanks, control characters and the colon that ends it. */
const NO_USERNAME = /[\s:\p{Cc}]/u;
const LONGEST_USERNAME = 255;

/** A configured registry; undefined if there is none, or if it is wrong, which is reported. */
export function chooseRegistry(
  given: RegistryRequest | undefined,
  place: Place,
  report: Report,
): RegistryPlace | undefined {
  if (given === undefined) {
    return undefined;
  }
  const { address, username } = typeof given === "string" ? { address: given } : given;
  const registry = parseRegistry(address);
  if (registry === undefined) {
    const hint = "write host and path in lower case without scheme, such as contoso.azurecr.io/mirror";
    const addressPlace = typeof given === "string" ? place : below(place, "address");
    report.error("SPC120", addressPlace, `${quoted(address)} is not a registry`, hint);
  }
  if (username !== undefined && !isUsername(username)) {
    const hint = "write the name alone, without blanks and colons; the password goes into the environment";
    report.error("SPC126", below(place, "username"), `${quoted(username)} is not a user name`, hint);
  }
  return registry && { ...registry, ...(username === undefined ? {} : { username }) };
}

function isUsername(word: string): boolean {
  return word !== "" && word.length <= LONGEST_USERNAME && !NO_USERNAME.test(word);
}

/** A registry with the place of what pulls from it. */
export interface RegistryUse {
  readonly registry: RegistryPlace;
  readonly place: Place;
}

/** The logins of a site, one for each host. Reports a host with two users: an engine logs in once. */
export function planLogins(uses: readonly RegistryUse[], report: Report): readonly RegistryLoginPlan[] {
  const users = new Map<string, string>();
  for (const { registry, place } of uses) {
    const { host, username } = registry;
    const other = users.get(host);
    if (username !== undefined && other !== undefined && other !== username) {
      const message = `${quoted(host)} has the user ${quoted(username)} here and ${quoted(other)} elsewhere on this site`;
      report.error("SPC127", place, message, "use one user for all containers of a site");
    } else if (username !== undefined) {
      users.set(host, username);
    }
  }
  return [...users]
    .map(([address, username]) => ({ address, username, passwordVariable: passwordVariable(address) }))
    .sort((left, right) => compareText(left.address, right.address));
}

/** A name that a shell can export behind `TF_VAR_`: `speech_registry_password_contoso_azurecr_io`. */
function passwordVariable(host: string): string {
  return `speech_registry_password_${host.replaceAll("-", "__").replaceAll(/[.:]/g, "_")}`;
}
