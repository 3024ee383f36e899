import { functionNames } from "../../../lib/domain/catalogue";
import { isPublished, speechImage } from "../../../lib/sandbox/speech/images";
import { serviceWords } from "../../../lib/sandbox/speech/functions";

const FOLDER = "mcr.microsoft.com/azure-cognitive-services/speechservices";

test("every function of the catalogue has a service word", () => {
  expect(Object.keys(serviceWords).toSorted()).toEqual([...functionNames].toSorted());
});

test.each([
  [`${FOLDER}/speech-to-text:4.12.0-amd64-en-us`, "speech-to-text"],
  [`${FOLDER}/speech-to-text@sha256:${"0".repeat(64)}`, "speech-to-text"],
  ["localhost:5001/azure-cognitive-services/speechservices/language-detection", "language-detection"],
  ["containerpreview.azurecr.io/microsoft/cognitive-services-text-to-speech:latest", "text-to-speech"],
])("%s runs %s", (reference, name) => {
  expect(speechImage(reference)?.function).toBe(name);
});

test.each(["nginx:1", "speech-sim:1", `${FOLDER}/unknown:1`, "example/my-speech-to-text:1"])(
  "%s runs another program",
  (reference) => {
    expect(speechImage(reference)).toBeUndefined();
  },
);

test.each([
  ["language-detection:1.18.0-amd64-preview", 5003, false],
  ["custom-speech-to-text:4.12.0-amd64", 5000, true],
])("%s listens on %i", (image, port, customModel) => {
  expect(speechImage(`${FOLDER}/${image}`)).toMatchObject({ port, customModel });
});

test.each([
  [`${FOLDER}/speech-to-text:4.12.0-amd64-en-us`, true],
  [`${FOLDER}/speech-to-text:4.12.0-amd64-tlh-qo`, false],
  [`${FOLDER}/neural-text-to-speech:3.12.0-amd64-en-us-arianeural`, true],
  ["containerpreview.azurecr.io/microsoft/cognitive-services-text-to-speech:latest", false],
  ["mirror.example/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us", false],
  ["nginx:1", false],
])("whether the registry has %s: %s", (reference, published) => {
  expect(isPublished(reference, {})).toBe(published);
  expect(isPublished(reference, { [reference]: "added" })).toBe(true);
  expect(isPublished(reference, { [reference]: "removed" })).toBe(false);
});
