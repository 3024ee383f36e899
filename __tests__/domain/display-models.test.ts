import type { SettingPlan } from "../../lib/domain";
import { stepsOf } from "../../lib/domain/steps";
import { account, containerOf, deployment, MODEL_ID } from "./requests";

const PUNCT = "22222222-2222-3333-4444-555555555555";

const plan = (displayModels: object, change: object = {}, top: object = {}) =>
  containerOf(
    deployment(
      [{ name: "calls", function: "custom-speech-to-text", modelId: MODEL_ID, displayModels, ...change }],
      top,
    ),
  );

const words = (settings: readonly SettingPlan[]) =>
  settings.map(({ name, value, via }) => `${via} ${name}=${value.kind === "literal" ? value.text : value.kind}`);

const ACCOUNT = ["argument Eula=accept", "argument Billing=endpoint", "environment ApiKey=apiKey"];

describe("display models of a container", () => {
  it("are fetched by one step for the newest of a locale, in the volume of the model", () => {
    const [step, ...others] = stepsOf(plan({ locale: "en-US", types: ["punct", "full"] }));
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      engineName: "contoso-calls-display-models",
      words: ["Punct", "FullDisplay"],
      mounts: [{ source: `contoso-model-${MODEL_ID}`, target: "/usr/local/models" }],
    });
    expect(words(step?.settings ?? [])).toEqual(["argument DisplayLocale=en-US", ...ACCOUNT]);
  });

  it("are fetched by a step for each id, since the documents know one a run", () => {
    const steps = stepsOf(plan({ ids: { punct: PUNCT, wfstitn: MODEL_ID } }));
    expect(steps.map(({ engineName, words: bare }) => [engineName, bare])).toEqual([
      ["contoso-calls-display-models-punct", []],
      ["contoso-calls-display-models-wfstitn", []],
    ]);
    expect(words(steps[0]?.settings ?? [])).toEqual([`argument PunctId=${PUNCT}`, ...ACCOUNT]);
  });

  it("come before the licence, from the account that serves, through the proxy", () => {
    const licenseAccount = { ...account, name: "licences", sku: "DC0" };
    const proxy = { http: "http://proxy:8888" };
    const steps = stepsOf(plan({ locale: "en-US", types: ["full"] }, { disconnected: {}, proxy }, { licenseAccount }));
    expect(steps.map(({ fetches }) => fetches)).toEqual(["display models", "the licence"]);
    expect(words(steps[0]?.settings ?? [])).toEqual(
      expect.arrayContaining([...ACCOUNT, expect.stringMatching(/HTTP_PROXY=http:..proxy:8888$/i)]),
    );
  });

  it("are fetched again for another renewal, and the container's own labels stay", () => {
    const labels = (renewal?: string) => {
      const container = plan({ locale: "en-US", types: ["full"], renewal });
      return [stepsOf(container)[0]?.labels, container.labels];
    };
    expect(labels("2027")[0]).not.toEqual(labels("2026")[0]);
    expect(labels("2027")[1]).toEqual(labels("2026")[1]);
  });

  it("leave a container without them as it is", () => {
    expect(stepsOf(containerOf(deployment()))).toEqual([]);
  });
});
