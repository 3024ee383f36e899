import type { DeploymentRequest, ProxyRequest } from "../../lib/domain";
import { FINGERPRINT_LABEL } from "../../lib/domain/labels";
import { in2020, neural, one, top } from "./problem-requests";
import { captions, codesOf, containerOf, deployment, problemOf } from "./requests";

const http = "http://proxy.contoso.com:8888";
const given = (request: DeploymentRequest) =>
  containerOf(request)
    .settings.filter(({ name }) => /proxy/i.test(name))
    .map(({ name, value, via }) => `${via} ${name}=${value.kind === "literal" ? value.text : `<${value.kind}>`}`);

describe("a proxy", () => {
  it("is the documented word, and variables in both spellings; the container itself is reached without it", () => {
    expect(given(one({ proxy: { http, except: [".contoso.com", "localhost"] } }))).toEqual([
      `argument HTTP_PROXY=${http}`,
      `environment http_proxy=${http}`,
      `environment HTTPS_PROXY=${http}`,
      `environment https_proxy=${http}`,
      "environment NO_PROXY=localhost,127.0.0.1,.contoso.com",
      "environment no_proxy=localhost,127.0.0.1,.contoso.com",
    ]);
  });

  it("gets its credentials from a variable that the plan does not know, where secrets belong", () => {
    expect(given(one({ proxy: { http, authenticated: true } }))).toContain("environment HTTP_PROXY_CREDS=<secret>");
    expect(given(one({ proxy: { http, authenticated: true }, secretsVia: "arguments" }))).toContain(
      "argument HTTP_PROXY_CREDS=<secret>",
    );
  });

  it("can be another one for https", () => {
    expect(given(one({ proxy: { http, https: "http://tls:1" } }))).toContain("environment HTTPS_PROXY=http://tls:1");
  });

  it("is taken from above, key by key, unless a container says none", () => {
    const above: ProxyRequest = { http, except: ["registry"], authenticated: true };
    const site = (containers: DeploymentRequest["sites"][number]["containers"], proxy?: ProxyRequest | "none") =>
      deployment([], { layout: "sites", proxy: above, sites: [{ name: "leeds", proxy, containers }] });
    expect(given(site([captions()], { except: ["files"] }))).toEqual(
      expect.arrayContaining([
        `argument HTTP_PROXY=${http}`,
        "environment HTTP_PROXY_CREDS=<secret>",
        "environment NO_PROXY=localhost,127.0.0.1,files",
      ]),
    );
    expect(given(site([captions({ proxy: "none" })]))).toEqual([]);
    expect(given(site([captions()], "none"))).toEqual([]);
    expect(given(site([captions({ proxy: { http: "http://own:1" } })], "none"))).toContain(
      "argument HTTP_PROXY=http://own:1",
    );
  });

  it("replaces the container when it goes, though the provider would keep its variables", () => {
    const label = (proxy?: ProxyRequest) => containerOf(one({ proxy })).labels[FINGERPRINT_LABEL];
    expect(label({ http })).not.toBe(label());
  });

  it.each([
    ["proxy.contoso.com:8888", "http"],
    ["socks5://proxy:1080", "http"],
    ["http://operator@proxy:8888", "http"],
    ["http://proxy:99999", "http"],
    ["http://proxy:8888/path", "http"],
    ["http://${var.proxy}", "http"],
  ])("is not %s", (address, key) => {
    expect(codesOf(one({ proxy: { http: address } }))).toEqual([`SPC284 containers.captions.proxy.${key}`]);
  });

  it.each([[["a,b"]], [["http://x"]], [[""]], [["two words"]]])("is not left out for %j", (except) => {
    expect(codesOf(one({ proxy: { http, except } }))).toEqual(["SPC284 containers.captions.proxy.except"]);
  });

  it.each([
    [{ except: ["x"] }, "SPC284 proxy.http"],
    [{ authenticated: true }, "SPC284 proxy.http"],
    ["http://proxy:8888" as "none", "SPC284 proxy"],
  ] as const)("without an address is none: %j", (proxy, problem) => {
    expect(codesOf(top({ proxy }))).toEqual([problem]);
  });

  it("with user and password is a secret in the clear, and is not shown", () => {
    const request = one({ proxy: { http: "http://operator:hunter2@proxy:8888" } });
    expect(codesOf(request)).toContain("SPC310 containers.captions.proxy.http");
    expect(JSON.stringify(problemOf(request, "SPC284"))).not.toContain("hunter2");
    expect(problemOf(request, "SPC284").hint).toMatch(/authenticated: true/);
  });

  it.each([
    [neural({ voice: "en-US-AriaNeural", proxy: { http } }), false],
    [one({ version: "3.6.0", proxy: { http } }), true],
    [one({ proxy: { http } }), false],
    [in2020({ proxy: { http } }), true],
  ])("is warned of where the version had an error with it (%#)", (request, isWarned) => {
    expect(codesOf(request).includes("SPC287 containers.captions.proxy")).toBe(isWarned);
  });
});
