import {
  baseModelsIn,
  isGoodDownload,
  isGoodQuery,
  type JobResult,
  planDisplayDownload,
  planDisplayModelDownload,
  planModelDownload,
  planModelQuery,
} from "../../lib/domain";
import { containerOf, deployment, MODEL_ID } from "./requests";

const custom = (change: object = {}) =>
  containerOf(deployment([{ name: "calls", function: "custom-speech-to-text", modelId: MODEL_ID, ...change }]));
const captions = containerOf(deployment());

/** Words and settings in their order, the key's and the endpoint's values by their kinds. */
function commandOf(result: JobResult): readonly string[] {
  if ("refused" in result) throw new Error(result.refused.message);
  const { words, settings } = result.job;
  return [
    ...words,
    ...settings.map(({ name, value, via }) => `${via} ${name}=${"text" in value ? value.text : value.kind}`),
  ];
}

const codeOf = (result: JobResult) => ("refused" in result ? result.refused.code : undefined);

const ACCOUNT = ["argument Eula=accept", "argument Billing=endpoint", "environment ApiKey=apiKey"];

describe("what a one-shot container is started with", () => {
  it("asks for base models, for display models by type, and mounts nothing", () => {
    const result = planModelQuery(custom(), "en-US", ["punct", "full"]);
    expect(commandOf(result)).toEqual(["Punct", "FullDisplay", "argument BaseModelLocale=en-US", ...ACCOUNT]);
    expect(result).toMatchObject({ job: { name: "contoso-calls-models", mounts: [] } });
  });

  it("fetches the container's own model into its volume, and is done when the container serves", () => {
    const result = planModelDownload(custom());
    expect(commandOf(result)).toEqual([`argument ModelId=${MODEL_ID}`, ...ACCOUNT]);
    expect(result).toMatchObject({
      job: {
        doneAt: "Application started",
        mounts: [{ type: "volume", source: `contoso-model-${MODEL_ID}`, target: "/usr/local/models" }],
      },
    });
  });

  it("fetches display models, the newest or one by its id, and ends by itself", () => {
    const newest = planDisplayDownload(custom(), "de-DE", ["rescore"]);
    expect(commandOf(newest)).toEqual(["Rescore", "argument DisplayLocale=de-DE", ...ACCOUNT]);
    const one = planDisplayModelDownload(custom(), "wfstitn", MODEL_ID);
    expect(commandOf(one)).toEqual([`argument WfstitnId=${MODEL_ID}`, ...ACCOUNT]);
    expect([newest, one]).toEqual([expect.not.objectContaining({ doneAt: expect.anything() as unknown }), one]);
  });

  it.each([
    ["a query of another function", planModelQuery(captions, "en-US"), "SPC645"],
    ["a query before 2.6.0", planModelQuery(custom({ tag: "2.5.0-amd64" }), "en-US"), "SPC645"],
    ["a query of 2.6.0", planModelQuery(custom({ tag: "2.6.0-amd64" }), "en-US"), undefined],
    ["display models of 2.6.0", planModelQuery(custom({ tag: "2.6.0-amd64" }), "en-US", ["punct"]), "SPC645"],
    ["display models before 3.1.0", planDisplayDownload(custom({ tag: "3.0.0-amd64" }), "en-US", ["punct"]), "SPC645"],
    ["display models of 3.1.0", planDisplayDownload(custom({ tag: "3.1.0-amd64" }), "en-US", ["punct"]), undefined],
    ["a locale that is none", planModelQuery(custom(), "english"), "SPC101"],
    ["a kind that is none", planDisplayDownload(custom(), "en-US", ["commas"]), "SPC620"],
    ["full by an id", planDisplayModelDownload(custom(), "full", MODEL_ID), "SPC620"],
    ["an id that is no GUID", planDisplayModelDownload(custom(), "punct", "latest"), "SPC111"],
    ["a model of a standard container", planModelDownload(captions), "SPC645"],
  ])("%s", (_what, result, code) => {
    expect(codeOf(result)).toBe(code);
  });
});

describe("how a one-shot container ended", () => {
  const end = (lines: readonly string[], exitCode = 1, done = false) => ({ lines, exitCode, done });
  const model = (date: string, id: string) =>
    `2020/10/30 21:54:21 [Info] [Base model] Locale: en-us, CreatedDate: ${date}, Id: ${id}`;

  it("takes the last line of a query, of level Fatal, for its good end", () => {
    const last =
      "2020/10/30 21:54:21 [Fatal] Please run this tool again and assign --modelId '<one above base model id>'.";
    expect(isGoodQuery(end([last]))).toBe(true);
    expect(isGoodQuery(end([model("2019-02-18T14:37:57Z", "0207")]))).toBe(true);
    expect(isGoodQuery(end(["[Fatal] Endpoint connection failed with status 'Invalid'."], 0))).toBe(false);
  });

  it("lists base models with the newest last", () => {
    const lines = [model("2019-03-03T17:34:10Z", "b"), "Searching", model("2016-11-04T08:23:42Z", "a")];
    expect(baseModelsIn(lines).map(({ id, created }) => [id, created.slice(0, 4)])).toEqual([
      ["a", "2016"],
      ["b", "2019"],
    ]);
  });

  it("calls a download good that was stopped at its work's end, or ended by itself without a fault", () => {
    expect([isGoodDownload(end([], 143, true)), isGoodDownload(end([], 0)), isGoodDownload(end([], 1))]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
