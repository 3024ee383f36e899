import { proxyMended } from "../catalogue/proxy";
import type { FunctionName } from "../catalogue";
import { isHostName } from "../engine-host";
import { isPort } from "../ports";
import type { Proxy } from "../proxy";
import { type Place, type Report, below } from "../report";
import { NO_PROXY, type ProxyRequest } from "../request";
import { isOlder } from "../versions";
import { quoted } from "../words";

/** A proxy as far as it was written, `none` to take away what stands above, undefined if nothing was written. */
export type JudgedProxy = Proxy | typeof NO_PROXY | undefined;

const ADDRESS = /^(https?):\/\/([^/@:]+)(?::(\d{1,5}))?\/?$/;
const EXCEPTION = /^(?:\*?\.)?([A-Za-z0-9._-]+)(?::\d{1,5})?(?:\/\d{1,2})?$/;

/** The proxy at a place: what is left out there is taken from above. Undefined while something of it is wrong. */
export function chooseProxy(
  given: ProxyRequest | typeof NO_PROXY | undefined,
  above: JudgedProxy,
  place: Place,
  report: Report,
): JudgedProxy {
  if (given === undefined || given === NO_PROXY) {
    return given ?? above;
  }
  if (typeof given === "string") {
    const hint = "write proxy: { http: http://<host>:<port> }, or proxy: none";
    report.error("SPC284", place, `${quoted(given)} is not a proxy`, hint);
    return undefined;
  }
  const inherited = above === NO_PROXY ? undefined : above;
  const { http = inherited?.http, https = given.http ?? inherited?.https, authenticated, except } = given;
  const good = [
    judgeAddress(given.http, below(place, "http"), report),
    judgeAddress(given.https, below(place, "https"), report),
    ...(except ?? []).map((host) => judgeException(host, below(place, "except"), report)),
  ].every(Boolean);
  if (http === undefined) {
    const hint = "add http: http://<host>:<port>, or write proxy: none";
    report.error("SPC284", below(place, "http"), "the proxy has no address", hint);
    return undefined;
  }
  return !good
    ? undefined
    : {
        http,
        https: https ?? http,
        except: except ?? inherited?.except ?? [],
        authenticated: authenticated ?? inherited?.authenticated ?? false,
      };
}

/** Says of a container behind a proxy that its version has an error with proxies. */
export function judgeProxyVersion(
  functionName: FunctionName,
  version: string | undefined,
  place: Place,
  report: Report,
): void {
  const mended = proxyMended.value[functionName];
  if (mended !== undefined && version !== undefined && isOlder(version, mended)) {
    const message = `an error with HTTP proxies was mended in ${functionName} ${mended}, and this is ${version}`;
    report.warning("SPC287", place, message, `use version ${mended} or later, or see whether yours gets through`);
  }
}

function judgeAddress(address: string | undefined, place: Place, report: Report): boolean {
  const [, , host = "", port = "1"] = ADDRESS.exec(address ?? "http://none") ?? [];
  if (isHostName(host) && isPort(Number(port))) {
    return true;
  }
  const hint = address?.includes("@")
    ? "write the address without user and password, add authenticated: true, and give them in TF_VAR_speech_proxy_credentials"
    : "write http://<host>:<port>";
  report.error("SPC284", place, `${quoted(address ?? "")} is not the address of a proxy`, hint);
  return false;
}

function judgeException(host: string, place: Place, report: Report): boolean {
  const isGood = EXCEPTION.test(host);
  if (!isGood) {
    const hint = "write a host name, a domain such as .contoso.com, an address or a range";
    report.error("SPC284", place, `${quoted(host)} is no host to leave the proxy out for`, hint);
  }
  return isGood;
}
