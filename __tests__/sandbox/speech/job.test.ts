import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseModelsIn, isGoodQuery } from "../../../lib/domain";
import type { ApiStatus } from "../../../lib/sandbox/speech/api-status";
import { speechImage } from "../../../lib/sandbox/speech/images";
import { modelJobOf } from "../../../lib/sandbox/speech/job";
import { downloadModel, modelIn } from "../../../lib/sandbox/speech/model";
import { readSettings } from "../../../lib/sandbox/speech/settings";

const REPOSITORY = "mcr.microsoft.com/azure-cognitive-services/speechservices";
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "spc-test-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function jobOf(command: readonly string[], image = "custom-speech-to-text:4.12.0-amd64") {
  const reference = `${REPOSITORY}/${image}`;
  const found = speechImage(reference);
  if (found === undefined) throw new Error(`the catalogue does not know ${reference}`);
  const spec = {
    id: "c0ffee",
    name: "job",
    reference,
    image: found,
    command,
    env: [],
    modelsFolder: folder,
    loadingMilliseconds: 0,
    clock: 1,
  };
  return modelJobOf(spec, readSettings(command, []));
}

const end = async (command: readonly string[], status: ApiStatus = "Valid") => {
  const found = await jobOf(command)?.(async () => status);
  return { done: false, exitCode: found?.exitCode ?? 0, lines: found?.lines ?? [] };
};

it("a query lists base models and ends with a Fatal line", async () => {
  const found = await end(["BaseModelLocale=en-US"]);
  expect(baseModelsIn(found.lines)).toHaveLength(3);
  expect(found.lines.at(-1)).toMatch(/^\[Fatal\] Please run this tool again/);
  expect(isGoodQuery(found)).toBe(true);
});

it("a query with a key that Azure does not take lists nothing and is not good", async () => {
  expect(isGoodQuery(await end(["BaseModelLocale=en-US"], "Invalid"))).toBe(false);
});

it("display models come beside the model, which is found as before", async () => {
  downloadModel(folder, "one");
  expect(await end(["Punct", "Rescore", "DisplayLocale=en-US"])).toMatchObject({ exitCode: 0 });
  expect(modelIn(folder)).toBe("one");
});

it("a download of display models without a type fails", async () => {
  expect(await end(["DisplayLocale=en-US"])).toMatchObject({ exitCode: 1 });
});

it.each([
  ["a model id alone", ["ModelId=one"], undefined],
  ["a query of an image before 2.6.0", ["BaseModelLocale=en-US"], "custom-speech-to-text:2.5.0-amd64"],
  ["display models of an image before 3.1.0", ["Punct", "DisplayLocale=en-US"], "custom-speech-to-text:3.0.0-amd64"],
  ["a query of another function", ["BaseModelLocale=en-US"], "speech-to-text:4.12.0-amd64-en-us"],
])("%s serves instead", (_what, command, image) => {
  expect(jobOf(command, image)).toBeUndefined();
});
