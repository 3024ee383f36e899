import { type Edition, type FunctionName, type SizeJudgement, judgeSizeOf } from "../../lib/domain";
import { MODEL_ID, captions, containerOf, deployment, problemOf } from "./requests";

const serving: Readonly<Record<FunctionName, object>> = {
  "speech-to-text": { locale: "en-US" },
  "custom-speech-to-text": { locale: undefined, modelId: MODEL_ID },
  "text-to-speech": { locale: undefined, voice: "en-US-ZiraRUS" },
  "custom-text-to-speech": { locale: undefined, modelId: MODEL_ID },
  "neural-text-to-speech": { locale: undefined, voice: "en-US-AriaNeural" },
  sentiment: {},
  "language-detection": { locale: undefined },
};

interface PlannedRow {
  readonly name: FunctionName;
  readonly edition: Edition;
  readonly size: "minimum" | "recommended";
  readonly cores: number;
  readonly gib: number;
  readonly model: number;
  readonly reason: string;
}

interface JudgedRow {
  readonly name: FunctionName;
  readonly edition: Edition;
  readonly cores: number;
  readonly gib: number;
  readonly judgement: SizeJudgement | undefined;
}

describe("sizes", () => {
  it.each`
    name                       | edition      | size             | cores | gib   | model | reason
    ${"speech-to-text"}        | ${"2025-07"} | ${"recommended"} | ${8}  | ${16} | ${0}  | ${"recommended 8 / 8 GB + 8 GB for the model"}
    ${"speech-to-text"}        | ${"2025-07"} | ${"minimum"}     | ${4}  | ${8}  | ${0}  | ${"minimum 4 / 4 GB + 4 GB for the model"}
    ${"custom-speech-to-text"} | ${"2025-07"} | ${"minimum"}     | ${4}  | ${8}  | ${0}  | ${"minimum 4 / 4 GB + 4 GB for the model"}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${"recommended"} | ${8}  | ${16} | ${0}  | ${"recommended 8 / 16 GB"}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${"minimum"}     | ${6}  | ${12} | ${0}  | ${"minimum 6 / 12 GB"}
    ${"language-detection"}    | ${"2025-07"} | ${"recommended"} | ${1}  | ${1}  | ${0}  | ${"recommended 1 / 1 GB"}
    ${"speech-to-text"}        | ${"2020-05"} | ${"recommended"} | ${4}  | ${4}  | ${6}  | ${"recommended 4 / 4 GB"}
    ${"speech-to-text"}        | ${"2020-05"} | ${"minimum"}     | ${2}  | ${2}  | ${4}  | ${"minimum 2 / 2 GB"}
    ${"custom-speech-to-text"} | ${"2020-05"} | ${"recommended"} | ${4}  | ${4}  | ${6}  | ${"recommended 4 / 4 GB"}
    ${"text-to-speech"}        | ${"2020-05"} | ${"recommended"} | ${2}  | ${3}  | ${0}  | ${"recommended 2 / 3 GB"}
    ${"custom-text-to-speech"} | ${"2020-05"} | ${"minimum"}     | ${1}  | ${2}  | ${0}  | ${"minimum 1 / 2 GB"}
  `(
    "of $name in $edition: $size is $cores cores and $gib GB",
    ({ name, edition, size, cores, gib, model, reason }: PlannedRow) => {
      const request = captions({
        function: name,
        size,
        allowRetired: true,
        ...serving[name],
      });
      expect(containerOf(deployment([request], { edition })).size).toEqual({
        cores,
        memoryMiB: gib * 1024,
        basis: size,
        modelMemoryMiB: model * 1024,
        reason,
      });
    },
  );

  it("are the recommended ones when nothing is said", () => {
    expect(containerOf(deployment()).size.basis).toBe("recommended");
  });

  it("set by hand are taken as they are; a model of 2020-05 comes on top on the engine", () => {
    const size = { cores: 8.5, memory: "20g" };
    expect(containerOf(deployment([captions({ size })])).size).toMatchObject({
      cores: 8.5,
      memoryMiB: 20480,
      basis: "explicit",
      modelMemoryMiB: 0,
    });
    const request = captions({ size, allowRetired: true });
    expect(containerOf(deployment([request], { edition: "2020-05" })).size.modelMemoryMiB).toBe(6 * 1024);
  });

  it("set by hand to the minimum count as the minimum does", () => {
    const request = captions({ size: { cores: 2, memory: "2g" }, allowRetired: true });
    expect(containerOf(deployment([request], { edition: "2020-05" })).size.modelMemoryMiB).toBe(4 * 1024);
  });

  it("below the minimum are an error that names both", () => {
    const problem = problemOf(deployment([captions({ size: { cores: 4, memory: "4g" } })]), "SPC211");
    expect(problem).toMatchObject({
      level: "error",
      path: "containers.captions.size",
      message: "4 cores, 4 GB is below the minimum of speech-to-text: 4 cores, 8 GB",
    });
  });

  it("below the minimum are taken with a reason, which the plan records and a warning repeats", () => {
    const request = deployment([captions({ size: { cores: 1, memory: "1g", belowMinimum: "a test bench" } })]);
    expect(containerOf(request).size).toMatchObject({ cores: 1, memoryMiB: 1024, belowMinimum: "a test bench" });
    expect(problemOf(request, "SPC213").level).toBe("warning");
  });

  it("with a reason that is not needed record none", () => {
    const size = { cores: 8, memory: "16g", belowMinimum: "a test bench" };
    expect(containerOf(deployment([captions({ size })])).size.belowMinimum).toBeUndefined();
  });

  it.each([["minimum" as const], [{ cores: 8, memory: "12g" }], [{ cores: 6, memory: "16g" }]])(
    "%p below the recommended one is a warning",
    (size) => {
      expect(problemOf(deployment([captions({ size })]), "SPC212").level).toBe("warning");
    },
  );

  it.each`
    name                       | edition      | cores | gib   | judgement
    ${"speech-to-text"}        | ${"2025-07"} | ${4}  | ${8}  | ${"below recommended"}
    ${"speech-to-text"}        | ${"2025-07"} | ${3}  | ${16} | ${"below minimum"}
    ${"speech-to-text"}        | ${"2025-07"} | ${8}  | ${7}  | ${"below minimum"}
    ${"speech-to-text"}        | ${"2025-07"} | ${8}  | ${16} | ${"enough"}
    ${"speech-to-text"}        | ${"2020-05"} | ${2}  | ${2}  | ${"below recommended"}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${8}  | ${16} | ${"enough"}
    ${"neural-text-to-speech"} | ${"2020-05"} | ${8}  | ${16} | ${undefined}
  `(
    "judge $cores cores and $gib GB of $name in $edition: $judgement",
    ({ name, edition, cores, gib, judgement }: JudgedRow) => {
      const size = { cores, memoryMiB: gib * 1024 };
      expect(judgeSizeOf(name, edition, size)).toBe(judgement);
    },
  );
});
