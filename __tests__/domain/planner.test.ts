import {
  type AccountRequest,
  type ContainerRequest,
  type DeploymentRequest,
  type EngineRequest,
  planDeployment,
  planSite,
} from "../../lib/domain";
import { account, captions, codesOf, deployment, planOf } from "./requests";

const twoSites = (change: Partial<DeploymentRequest> = {}): DeploymentRequest =>
  deployment([], {
    layout: "sites",
    sites: [
      { name: "leeds", containers: [captions()] },
      { name: "york", containers: [captions({ port: 5001 })] },
    ],
    ...change,
  });

describe("a plan of one stack", () => {
  it("names everything on the engine after the deployment", () => {
    const [site] = planOf(deployment()).sites;
    expect(site).toMatchObject({ name: "local", stackId: "contoso", networkName: "contoso" });
    expect(site?.containers.map(({ engineName }) => engineName)).toEqual(["contoso-captions"]);
    expect(planOf(deployment()).accountStackId).toBe("contoso");
  });

  it("fills in the defaults of a created account", () => {
    expect(planOf(deployment()).account).toEqual({
      kind: "create",
      name: "contoso-speech",
      location: "westeurope",
      resourceGroup: { name: "speech-rg", create: true },
      sku: "S0",
      protect: false,
      keySlot: "primary",
    });
  });

  it.each([
    [{}, { publicAccess: true }],
    [{ publicAccess: false }, { publicAccess: false }],
    [{ allowedAddresses: ["203.0.113.7"] }, { publicAccess: true, allowedAddresses: ["203.0.113.7"] }],
  ])("has the network rules %j that are written, and no others", (network, planned) => {
    const created = { ...account, customSubdomain: "contoso", network } as AccountRequest;
    expect(planOf(deployment(undefined, { account: created })).account).toHaveProperty("network", planned);
  });

  it("lists containers by name, however they are written", () => {
    const containers = [
      captions({ name: "b", port: 5001 }),
      captions({ name: "c", port: 5002 }),
      captions({ name: "a" }),
    ];
    const names = planOf(deployment(containers)).sites[0]?.containers.map(({ name }) => name);
    expect(names).toEqual(["a", "b", "c"]);
  });
});

describe("a plan of sites", () => {
  it("has a stack for the account and one for each site", () => {
    const plan = planOf(twoSites());
    expect(plan.accountStackId).toBe("contoso-account");
    expect(plan.sites.map(({ stackId, networkName }) => [stackId, networkName])).toEqual([
      ["contoso-leeds", "contoso-leeds"],
      ["contoso-york", "contoso-york"],
    ]);
    expect(plan.sites[0]?.containers[0]?.engineName).toBe("contoso-leeds-captions");
  });

  it.each([
    { kind: "existing", name: "speech", resourceGroup: "rg" } as const,
    { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/" } as const,
  ])("has no stack for an account that is $kind", (given) => {
    expect(planOf(twoSites({ account: given })).accountStackId).toBeUndefined();
    expect(planOf(twoSites({ account: given })).account).toEqual({ ...given, keySlot: "primary" });
  });

  it("lets sites on one engine share its ports, names and capacity", () => {
    const ssh = { host: "ssh://deploy@leeds.example" };
    const request = (second: EngineRequest, change: Partial<ContainerRequest> = {}) =>
      twoSites({
        sites: [
          { name: "leeds", engine: { ...ssh, cores: 12 }, containers: [captions()] },
          { name: "york", engine: second, containers: [captions(change)] },
        ],
      });
    expect(codesOf(request({ host: "ssh://ops@LEEDS.example:22" }))).toEqual([
      "SPC220 sites.leeds.engine.cores",
      "SPC204 sites.york.containers.captions.port",
    ]);
    expect(codesOf(request({ host: "ssh://deploy@york.example" }))).toEqual([]);
  });

  it("counts the least of what sites say of one engine", () => {
    const sites = (cores: number, more: number) =>
      twoSites({
        sites: [
          { name: "leeds", engine: { cores }, containers: [captions()] },
          { name: "york", engine: { cores: more }, containers: [captions({ port: 5001 })] },
        ],
      });
    expect(codesOf(sites(32, 8))).toEqual(["SPC220 sites.york.engine.cores"]);
    expect(codesOf(sites(16, 32))).toEqual([]);
  });

  it("finds two names that become one on a shared engine", () => {
    const sites = [
      { name: "a-b", containers: [captions({ name: "c" })] },
      { name: "a", containers: [captions({ name: "b-c", port: 5001 })] },
    ];
    expect(codesOf(twoSites({ sites }))).toEqual(["SPC407 sites.a.containers.b-c"]);
  });

  it("refuses two sites of one name", () => {
    const site = { name: "leeds", containers: [captions()] };
    expect(codesOf(twoSites({ sites: [site, site] }))).toContain("SPC202 sites.leeds");
  });
});

describe("where things were written", () => {
  it("is kept for account, engine, site and container", () => {
    const at = (line: number) => ({ file: "speech.yaml", line, column: 1 });
    const plan = planOf(
      deployment([], {
        account: { ...account, source: at(2) },
        sites: [{ name: "local", source: at(3), engine: { source: at(4) }, containers: [captions({ source: at(5) })] }],
      }),
    );
    const [site] = plan.sites;
    expect([plan.account, site, site?.engine, site?.containers[0]].map((item) => item?.source?.line)).toEqual([
      2, 3, 4, 5,
    ]);
  });
});

describe("planSite", () => {
  const site = { name: "host", containers: [captions()] };
  const context = { deployment: "contoso", stackId: "contoso-host", edition: "2025-07", eula: "accept" };

  it("plans the same containers as planDeployment", () => {
    const planned = planDeployment(deployment([], { layout: "sites", sites: [site] }));
    expect(planSite(site, { ...context, stackId: "contoso-host" })).toEqual({
      site: planned.ok ? planned.plan.sites[0] : undefined,
      needsTextAnalytics: false,
      problems: [],
    });
  });

  it("gives all problems and no site, with paths below the site", () => {
    const { site: planned, problems } = planSite(
      { ...site, containers: [captions({ locale: "en-UK" }), captions({ name: "other" })] },
      { ...context, eula: undefined },
    );
    expect(planned).toBeUndefined();
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "SPC101 containers.captions.locale",
      "SPC204 containers.other.port",
      "SPC301 eula",
    ]);
  });

  it("takes stack ids that are no deployment names, but none that Docker refuses", () => {
    expect(planSite(site, { ...context, deployment: "SpeechDev", stackId: "SpeechDev" }).problems).toEqual([]);
    expect(planSite(site, { ...context, stackId: "a b" }).problems.map(({ code }) => code)).toEqual(["SPC201"]);
  });
});
