import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

/** The container calls itself by these names. */
const OWN_NAMES = ["localhost", "127.0.0.1"];

/** Forward proxies. */
export const ctr9: Rule = {
  id: "CTR-9",
  title: "a proxy leaves the container's own calls alone",
  level: "error",
  why: "Through a proxy the container does not reach itself, and fails with the same HTTP/2 error as with too little memory.",
  fix: "set NO_PROXY=localhost,127.0.0.1 and both HTTP_PROXY and HTTPS_PROXY",
  source: "MicrosoftDocs/azure-docs issue 112998, pull request 60566",
  judge: ({ containers }) => containers.flatMap(judgeContainer),
};

function judgeContainer({ resource, settings }: ContainerView): readonly Outcome[] {
  const [http, https] = [findSetting(settings, "HTTP_PROXY"), findSetting(settings, "HTTPS_PROXY")];
  if (typeof http !== "object" && typeof https !== "object") {
    return http === "unknown" || https === "unknown" ? [undecided(resource, "proxy known after apply")] : [];
  }
  const exceptions = findSetting(settings, "NO_PROXY");
  if (exceptions === "unknown") return [undecided(resource, "NO_PROXY known after apply")];
  if (exceptions !== "unset" && exceptions.value.state === "unknown") {
    return [undecided(resource, "NO_PROXY known after apply")];
  }
  const names = exceptions === "unset" ? [] : (knownValue(exceptions.value) ?? "").split(/[\s,;]+/);
  const missing = OWN_NAMES.filter((name) => !names.includes(name));
  if (missing.length > 0 && !names.includes("*")) {
    return [fail(resource, `a proxy is set, and NO_PROXY does not name ${missing.join(" and ")}`)];
  }
  if (https === "unset") {
    return [fail(resource, "HTTP_PROXY is set, HTTPS_PROXY is not, and billing goes by https", { level: "warning" })];
  }
  return [https === "unknown" ? undecided(resource, "HTTPS_PROXY known after apply") : pass(resource)];
}
