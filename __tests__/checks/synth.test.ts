import { checkPlan, checkSynth } from "../../lib/checks";
import { readSynth } from "../../lib/checks/reader/read-synth";
import { argumentOf } from "../../lib/checks/reading";
import { findSetting, settingsOf } from "../../lib/checks/views/settings";
import { container, planOf, type Json } from "./plans";
import { refusalOf } from "./refusal-of";

const comment = {
  metadata: { path: "speech/Default/captions", uniqueId: "captions" },
  source: "speech.yaml:11:3",
  speech: { profile: "production", front: "nginx with TLS", engine: { host: "ssh://a@b" } },
};
const stack: Json = {
  terraform: { backend: { local: { path: "x" } }, required_providers: { docker: { version: "3.6.2" } } },
  provider: { docker: [{ host: "ssh://a@b" }, { alias: "second" }] },
  variable: { key: { sensitive: true } },
  output: { url: { value: "${docker_container.captions.name}" } },
  data: { azurerm_cognitive_account: { x: { name: "contoso" } } },
  resource: {
    docker_container: {
      captions: {
        "//": comment,
        command: ["Eula=accept", "Billing=${data.azurerm_cognitive_account.x.endpoint}"],
        image: "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
        name: "$${captions}",
        ports: { internal: 5000 },
        restart: "no",
        must_run: false,
      },
    },
  },
};

describe("a synthesized stack", () => {
  const plan = readSynth(stack);
  const captions = plan.resources.find(({ type }) => type === "docker_container");
  if (captions === undefined) throw new Error("the stack has a container");

  test("is a plan that creates everything and reads its data", () => {
    expect(plan.resources.map(({ address, action }) => [address, action])).toEqual([
      ["data.azurerm_cognitive_account.x", "read"],
      ["docker_container.captions", "create"],
    ]);
    expect(plan).toMatchObject({ origin: "synth", complete: true, backend: { type: "local" }, profile: "production" });
  });

  test("knows what is written, and of the rest where it comes from", () => {
    expect(argumentOf(plan, captions, "name")).toMatchObject({ state: "known", value: "${captions}" });
    expect(argumentOf(plan, captions, "ports")).toMatchObject({ state: "known", value: [{ internal: 5000 }] });
    expect(argumentOf(plan, captions, "memory").state).toBe("unset");
    const settings = settingsOf(plan, captions);
    expect(findSetting(settings, "Eula")).toMatchObject({ value: { value: "accept" } });
    expect(findSetting(settings, "Billing")).toMatchObject({
      origins: [{ address: "data.azurerm_cognitive_account.x", attribute: "endpoint" }],
    });
  });

  test("has its providers with their versions", () => {
    expect(plan.providers).toMatchObject([
      { key: "docker", versionConstraint: "3.6.2" },
      { key: "docker.second", alias: "second" },
    ]);
  });

  test("with modules in it is a partial one: nobody sees what is in them", () => {
    const call = { source: "./site", "//": { metadata: { path: "contoso/site" } } };
    const { partial, undecided } = checkSynth({ ...stack, module: { site: call } });
    expect(partial).toBe(true);
    expect(undecided.filter(({ rule }) => rule === "PLN-1")).toEqual([
      {
        rule: "PLN-1",
        address: "module.site",
        constructPath: "contoso/site",
        message: "what is in this module only a plan tells",
      },
    ]);
  });

  test.each([null, [], {}, { resource: {} }])("%j is none", (document) => {
    expect(refusalOf(() => checkSynth(document)).code).toBe("SPC906");
  });
});

describe("findings of a plan", () => {
  const plan = planOf([container("captions", { restart: "no" })]);

  test("name the construct and the user's line when the stack is at hand", () => {
    const [finding] = checkPlan(plan, { stack }).findings.filter(({ rule }) => rule === "CTR-8");
    expect(finding).toMatchObject({
      address: "docker_container.captions",
      constructPath: "speech/Default/captions",
      source: { file: "speech.yaml", line: 11, column: 3 },
    });
  });

  test("have addresses only without it", () => {
    const [finding] = checkPlan(plan).findings.filter(({ rule }) => rule === "CTR-8");
    expect(finding).not.toHaveProperty("constructPath");
    expect(finding).not.toHaveProperty("source");
  });

  test("are judged by the stack's profile, unless another one is asked for", () => {
    expect(checkPlan(plan).profile).toBe("trial");
    expect(checkPlan(plan, { stack }).profile).toBe("production");
    expect(checkPlan(plan, { stack, profile: "trial" }).profile).toBe("trial");
  });

  test("keep their fingerprints when their words change", () => {
    const fingerprintOf = (restart: string) =>
      checkPlan(planOf([container("captions", { restart })])).findings.find(({ rule }) => rule === "CTR-8")
        ?.fingerprint;
    expect(fingerprintOf("on-failure")).toBe(fingerprintOf("no"));
    expect(fingerprintOf("no")).toMatch(/^[0-9a-f]{16}$/);
  });

  test("a comment that is not as we write it is left out", () => {
    const odd = { "//": { metadata: 1, source: "speech.yaml", speech: ["x"] }, name: "captions" };
    const [finding] = checkPlan(plan, {
      stack: { ...stack, resource: { docker_container: { captions: odd } } },
    }).findings;
    expect(finding).not.toHaveProperty("source");
  });
});
