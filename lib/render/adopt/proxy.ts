import { holdsSecret } from "../../domain";
import { NEVER_BY_PROXY, proxySettings } from "../../domain/catalogue/proxy";
import type { Addition, Reading } from "./additions";
import { type Given, findGiven, isPlaceholder, literalOf, lost, splitCredentials } from "./given";

const { address, credentials, secure, except } = proxySettings;
const [HTTPS = "", NO_PROXY = ""] = [secure, except].map(({ value }) => value.names[0]);

/** The proxy, without credentials: that there are some is all that is kept. */
export function readProxy(given: readonly Given[]): Reading {
  const ways = [address.value.name, HTTPS].map((name) => findGiven(given, name));
  const [http, https] = ways.map((one) => addressOf(one?.value));
  const main = http ?? https;
  const [creds, exceptions] = [credentials.value.name, NO_PROXY].map((name) => findGiven(given, name));
  const unknown = [
    ...ways.filter((one) => one !== undefined && addressOf(one.value) === undefined),
    ...(main === undefined ? [creds] : []),
    ...(main === undefined || literalOf(exceptions) === undefined ? [exceptions] : []),
  ].flatMap((one) => one ?? []);
  const others = unknown.map((one) => lost(one, "no address of a proxy is known here; write proxy:"));
  if (main === undefined) return { additions: [], others };
  const authenticated =
    creds !== undefined || ways.some((one) => splitCredentials(one?.value ?? "").credentials !== undefined);
  const proxy = {
    http: main,
    ...(https === undefined || https === main ? {} : { https }),
    ...(authenticated ? { authenticated } : {}),
  };
  const hosts = (literalOf(exceptions) ?? "")
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== "" && !NEVER_BY_PROXY.some((own) => own === host));
  return {
    additions: [
      { what: address.value.name, to: (container) => ({ ...container, proxy }) },
      ...hosts.map((host) => exceptionOf(host)),
    ],
    others,
  };
}

/** The address alone; undefined where it is filled in by whoever runs it. */
function addressOf(value = ""): string | undefined {
  const { bare } = splitCredentials(value);
  return isPlaceholder(bare) || holdsSecret(bare) ? undefined : bare;
}

function exceptionOf(host: string): Addition {
  return {
    what: NO_PROXY,
    to: (container) =>
      typeof container.proxy === "object"
        ? { ...container, proxy: { ...container.proxy, except: [...(container.proxy.except ?? []), host] } }
        : container,
  };
}
