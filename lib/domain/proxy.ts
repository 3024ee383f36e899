import { NEVER_BY_PROXY, proxySettings } from "./catalogue/proxy";
import type { SettingPlan, SettingValue } from "./plan";

/** A forward proxy between a container and the world. Its credentials are nobody's to know here. */
export interface Proxy {
  readonly http: string;
  readonly https: string;
  /** Hosts that are reached without it, beside the container itself. */
  readonly except: readonly string[];
  /** Whether it wants the credentials of the sensitive variable. */
  readonly authenticated: boolean;
}

/**
 * The proxy as settings: the documented word, then variables for programs that read the environment only. Word and
 * variable of one name have one value, since nobody documents which of the two would win.
 */
export function planProxy(proxy: Proxy, secretsVia: SettingPlan["via"]): readonly SettingPlan[] {
  const { address, credentials, variable, secure, except } = proxySettings;
  const literal = (name: string, text: string, via: SettingPlan["via"]): SettingPlan => ({
    name,
    value: { kind: "literal", text },
    via,
  });
  const secret: SettingValue = { kind: "secret", secret: "proxyCredentials" };
  const direct = [...new Set([...NEVER_BY_PROXY, ...proxy.except])].join(",");
  return [
    literal(address.value.name, proxy.http, "argument"),
    ...(proxy.authenticated ? [{ name: credentials.value.name, value: secret, via: secretsVia }] : []),
    literal(variable.value.name, proxy.http, "environment"),
    ...secure.value.names.map((name) => literal(name, proxy.https, "environment")),
    ...except.value.names.map((name) => literal(name, direct, "environment")),
  ];
}
