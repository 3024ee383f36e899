import { licenseVolume } from "../../lib/domain/mounts";
import type { SettingPlan } from "../../lib/domain";
import { account, captions, containerOf, deployment, MODEL_ID } from "./requests";

const licenseAccount = { ...account, name: "licences", sku: "DC0" };
const plan = (change: object = {}, top: object = {}) =>
  containerOf(deployment([captions({ disconnected: {}, ...change })], { licenseAccount, ...top }));
const custom = () => plan({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID });

const words = (settings: readonly SettingPlan[] = []) =>
  settings.map(({ name, value, via }) => {
    const account_ = "account" in value && value.account !== undefined ? ` of ${value.account}` : "";
    return `${via} ${name}=${value.kind === "literal" ? value.text : value.kind}${account_}`;
  });

describe("a disconnected container", () => {
  it("serves without billing, key and model id, with places for licence and usage records", () => {
    expect(words(plan().settings)).toEqual([
      "argument Eula=accept",
      "argument Mounts:License=/license",
      "argument Mounts:Output=/output",
    ]);
    expect(words(custom().settings)).not.toContainEqual(expect.stringContaining("ModelId"));
  });

  it("has a step that fetches the licence, with the key of the licence account", () => {
    const { licenseStep } = plan();
    expect(words(licenseStep?.settings)).toEqual([
      "argument Eula=accept",
      "argument Billing=endpoint of licenseAccount",
      "environment ApiKey=apiKey of licenseAccount",
      "argument DownloadLicense=True",
      "argument Mounts:License=/license",
    ]);
    expect(licenseStep).toMatchObject({ engineName: "contoso-captions-license" });
    const single = plan({}, { licenseAccount: undefined, account: { ...account, sku: "DC0" } });
    expect(words(single.licenseStep?.settings)).toContain("environment ApiKey=apiKey");
  });

  it("keeps a custom model beside the licence that is made for it", () => {
    const targets = ({ target }: { readonly target: string }) => target;
    expect(custom().mounts.map(targets)).toEqual(["/usr/local/models", "/license", "/output"]);
    expect(custom().licenseStep?.mounts.map(targets)).toEqual(["/usr/local/models", "/license"]);
  });

  it("runs its step again for another renewal, and only then", () => {
    const labels = (renewal?: string) => plan({ disconnected: { renewal } }).licenseStep?.labels;
    expect(labels("2027")).not.toEqual(labels("2026"));
    expect(labels("2027")).toEqual(labels("2027"));
    expect(plan({ disconnected: { renewal: "2027" } }).labels).toEqual(plan().labels);
  });

  it("leaves connected containers as they are", () => {
    const connected = plan({ disconnected: undefined });
    expect(connected.licenseStep).toBeUndefined();
    expect(words(connected.settings)).toEqual([
      "argument Eula=accept",
      "argument Billing=endpoint",
      "environment ApiKey=apiKey",
    ]);
  });
});

describe("the volume of a licence", () => {
  it.each([
    ["another image", ["speech:2", "one"]],
    ["another model", ["speech:1", "two"]],
  ])("is another one for %s", (_what, [image = "", model]) => {
    const volume = licenseVolume("contoso", "contoso-captions", "speech:1", "one");
    expect(volume).toMatch(/^contoso-license-captions-[0-9a-f]{8}$/);
    expect(licenseVolume("contoso", "contoso-captions", image, model)).not.toBe(volume);
  });
});
