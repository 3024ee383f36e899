import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelIn } from "../../lib/sandbox/speech/model";
import { MODEL_ID, codesOf } from "../domain/requests";
import {
  BILLING_WORDS,
  type PageFunction,
  commandOfOne,
  container,
  explainedOne,
  planOfOne,
  refusedWith,
  request,
  runOfOne,
  running,
} from "./page";

let modelsFolder: string;

beforeEach(() => (modelsFolder = mkdtempSync(join(tmpdir(), "spc-seed-"))));
afterEach(() => rmSync(modelsFolder, { recursive: true }));

/** Starts one with a model's id and stops it; gives its log. */
function startedWith(modelId: string, name: PageFunction = "custom-speech-to-text"): readonly string[] {
  const { container: started, log } = running(name, { words: [...BILLING_WORDS, `ModelId=${modelId}`], modelsFolder });
  started.stop();
  return log;
}

const needsModelId = (name: PageFunction) => {
  expect(codesOf(request([container(name, { modelId: undefined })]))).toContain(`SPC110 containers.${name}.modelId`);
  expect(refusedWith(name, { modelsFolder })).toEqual([expect.stringContaining("Missing ModelId=")]);
};

test("The Custom Speech model needs to be trained from one of the following model versions:", () => {
  const { baseModels } = explainedOne("custom-speech-to-text");
  for (const model of ["20181201 (v3.3 Unified)", "20190520 (v4.14 Unified)", "20190701 (v4.17 Unified)"]) {
    expect(baseModels).toContain(model);
  }
});

test("The custom speech Model ID is required to run the container.", () => needsModelId("custom-speech-to-text"));

test("The custom voice Model ID is required to run the container.", () => needsModelId("custom-text-to-speech"));

test("Obtain the Model ID to use as the argument to the `ModelId` parameter of the `docker run` command.", () => {
  expect(runOfOne("custom-speech-to-text").words).toContain(`ModelId=${MODEL_ID}`);
});

test("The host computer volume mount, which docker uses to persist the custom model.", () => {
  const [mount] = planOfOne("custom-speech-to-text").mounts;
  expect(mount).toMatchObject({ type: "volume", target: "/usr/local/models", readOnly: false });
});

test("For example, C:\\CustomSpeech where the C drive is located on the host machine.", () => {
  const models = "C:\\CustomSpeech";
  expect(planOfOne("custom-speech-to-text", { mounts: { models } }).mounts).toMatchObject([{ type: "bind" }]);
  expect(commandOfOne("custom-speech-to-text", { mounts: { models } })).toContain(
    "-v 'C:\\CustomSpeech:/usr/local/models'",
  );
});

test("Downloads the model given the `ModelId` (if not found on the volume mount).", () => {
  expect(startedWith("one")).toContain("Model one was downloaded.");
  expect(modelIn(modelsFolder)).toBe("one");
});

test("Loads the Custom Speech-to-Text model from the volume input mount", () => {
  startedWith("one");
  expect(startedWith("one")).toContain("Model one was found in the models folder.");
});

test("Loads the Custom Text-to-speech model from the volume input mount", () => {
  startedWith("one", "custom-text-to-speech");
  expect(startedWith("one", "custom-text-to-speech")).toContain("Model one was found in the models folder.");
});

test("If the custom model was previously downloaded, the `ModelId` is ignored.", () => {
  startedWith("one");
  expect(startedWith("two")).toContain("Model one was found in the models folder; ModelId two is ignored.");
  expect(modelIn(modelsFolder)).toBe("one");
});
