import { enginesOf, judgeVolumes, purposeOfVolume } from "../../lib/domain/volumes";
import { deployment, MODEL_ID, planOf } from "./requests";

const OTHER_ID = "22222222-2222-3333-4444-555555555555";
const callcenter = { name: "callcenter", function: "custom-speech-to-text", modelId: MODEL_ID };
const volumeOf = (modelId: string) => `contoso-model-${modelId}`;

describe("purposeOfVolume", () => {
  it.each([
    ["contoso", volumeOf(MODEL_ID), "model"],
    ["contoso", "contoso-model-latest", undefined],
    ["contoso", `contoso-lab-model-${MODEL_ID}`, undefined],
    ["contoso-lab", `contoso-model-${MODEL_ID}`, undefined],
    ["contoso", "database", undefined],
  ])("of deployment %s, %s is a %s", (name, volume, purpose) => {
    expect(purposeOfVolume(name, volume)).toBe(purpose);
  });
});

describe("judgeVolumes", () => {
  it("tells used, left and missing volumes apart, and leaves those of others alone", () => {
    const plan = planOf(deployment([callcenter, { ...callcenter, name: "second", modelId: OTHER_ID }]));
    const held = [
      { name: volumeOf(MODEL_ID), heldBy: ["contoso-callcenter"] },
      { name: volumeOf("33333333-2222-3333-4444-555555555555"), heldBy: [] },
      { name: "database", heldBy: ["postgres"] },
    ];
    const judged = judgeVolumes(plan, {}, held);
    expect(judged.map(({ name, state, containers }) => [state, name.slice(14, 22), containers])).toEqual([
      ["used", "1a2b3c4d", ["callcenter"]],
      ["to be made", "22222222", ["second"]],
      ["left", "33333333", []],
    ]);
  });

  it("names each container that shares a model", () => {
    const plan = planOf(deployment([callcenter, { ...callcenter, name: "second", port: 5001 }]));
    expect(judgeVolumes(plan, {}, [])).toEqual([
      expect.objectContaining({ state: "to be made", containers: ["callcenter", "second"], heldBy: [] }),
    ]);
  });

  it("judges each engine by the sites that run on it", () => {
    const host = "ssh://operator@speech-1.contoso.com";
    const sites = [
      { name: "here", containers: [callcenter] },
      { name: "there", engine: { host }, containers: [{ ...callcenter, modelId: OTHER_ID }] },
    ];
    const plan = planOf(deployment([], { layout: "sites", sites }));
    expect(enginesOf(plan)).toEqual([{}, { host }]);
    expect(judgeVolumes(plan, { host }, [])).toEqual([
      expect.objectContaining({ engine: host, name: volumeOf(OTHER_ID), containers: ["there/callcenter"] }),
    ]);
  });
});
