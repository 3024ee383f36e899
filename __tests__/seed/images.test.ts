import { findFunctionEdition, functionOfRepository, knownTags, parseTag, renderTag } from "../../lib/domain";
import { parseSsml } from "../../lib/sandbox/speech/ssml";
import { codesOf, problemOf } from "../domain/requests";
import { templateOf } from "../stacks/synth";
import {
  type PageFunction,
  container,
  explainedOne,
  pageFunctions,
  planOfOne,
  planned,
  request,
  runOfOne,
} from "./page";

const edition = (name: PageFunction) => {
  const found = findFunctionEdition(name, "2020-05");
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const release = (name: PageFunction, version: string) => edition(name).releases.find((one) => one.version === version);
const problems = (name: PageFunction, change: Parameters<typeof container>[1]) =>
  codesOf(request([container(name, { tag: undefined, ...change })])).filter((code) => !code.startsWith("SPC107"));
const at = (name: PageFunction, key: string) => `containers.${name}.${key}`;

test("Container images are downloaded from the container registry in Azure.", () => {
  const template = templateOf(planned(container("speech-to-text")));
  const [image = ""] = template.addresses().filter((address) => address.startsWith("docker_image."));
  expect(template.arguments(image)["name"]).toBe(runOfOne("speech-to-text").image);
});

test("table: Container, Repository", () => {
  expect(pageFunctions.map((name) => runOfOne(name, { tag: "latest" }).image)).toEqual([
    "containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text:latest",
    "containerpreview.azurecr.io/microsoft/cognitive-services-custom-speech-to-text:latest",
    "containerpreview.azurecr.io/microsoft/cognitive-services-text-to-speech:latest",
    "containerpreview.azurecr.io/microsoft/cognitive-services-custom-text-to-speech:latest",
  ]);
  for (const name of pageFunctions) {
    const { registry, repository } = planOfOne(name).image;
    expect(functionOfRepository(`${registry}/${repository}`)).toEqual({ function: name, edition: "2020-05" });
  }
});

test("The `latest` tag pulls the `en-US` locale.", () => {
  expect(planOfOne("speech-to-text", { tag: "latest" }).locale).toBe("en-US");
  expect(problems("speech-to-text", { tag: "latest", locale: "de-DE" })).toEqual([
    `SPC117 ${at("speech-to-text", "locale")}`,
  ]);
});

test("The `latest` tag pulls the `en-US` locale and `jessarus` voice.", () => {
  expect(planOfOne("text-to-speech", { tag: "latest" })).toMatchObject({ locale: "en-US", voice: "en-US-JessaRUS" });
});

test("All tags, except for `latest` are in the following format and are case-sensitive:", () => {
  for (const [name, tag] of [
    ["speech-to-text", "2.2.0-amd64-en-us-preview"],
    ["text-to-speech", "1.3.0-amd64-en-us-jessarus-preview"],
  ] as const) {
    expect(problems(name, { tag })).toEqual([]);
    expect(problems(name, { tag: tag.replace("en-us", "en-US") })).toEqual([`SPC116 ${at(name, "tag")}`]);
    expect(problemOf(request([container(name, { tag: tag.toUpperCase() })]), "SPC116").hint).toContain(tag);
  }
  expect(problems("speech-to-text", { tag: "Latest" })).toEqual([`SPC116 ${at("speech-to-text", "tag")}`]);
});

test("`<major>.<minor>.<patch>-<platform>-<locale>-<prerelease>`", () => {
  const example = "2.2.0-amd64-en-us-preview";
  expect(knownTags(edition("speech-to-text"))).toContain(example);
  const parts = parseTag(example);
  expect(parts).toMatchObject({ version: "2.2.0", locale: "en-us" });
  expect(parts && renderTag(parts)).toBe(example);
  expect(planOfOne("speech-to-text", { tag: undefined, locale: "en-US" }).image.tag).toBe(example);
});

test("`<major>.<minor>.<patch>-<platform>-<locale>-<voice>-<prerelease>`", () => {
  const example = "1.3.0-amd64-en-us-jessarus-preview";
  expect(knownTags(edition("text-to-speech"))).toContain(example);
  const parts = parseTag(example);
  expect(parts).toMatchObject({ version: "1.3.0", locale: "en-us", voice: "jessarus" });
  expect(parts && renderTag(parts)).toBe(example);
  const written = { tag: undefined, version: "1.3.0", voice: "en-US-JessaRUS" };
  expect(planOfOne("text-to-speech", written).image.tag).toBe(example);
});

test("For all of the supported locales of the speech-to-text container, please see Speech-to-text image tags.", () => {
  const locales = release("speech-to-text", "2.2.0")?.locales ?? [];
  expect(locales).toHaveLength(39);
  expect(locales.flatMap((locale) => problems("speech-to-text", { locale }))).toEqual([]);
  expect(problems("speech-to-text", { locale: "cs-CZ" })).toEqual([`SPC101 ${at("speech-to-text", "locale")}`]);
});

test("For all of the supported locales and corresponding voices of the text-to-speech container, please see Text-to-speech image tags.", () => {
  const voices = release("text-to-speech", "1.3.0")?.voices ?? [];
  expect(voices).toHaveLength(81);
  expect(voices.flatMap(({ name }) => problems("text-to-speech", { version: "1.3.0", voice: name }))).toEqual([]);
  expect(problems("text-to-speech", { voice: "en-US-Nobody" })).toEqual([`SPC102 ${at("text-to-speech", "voice")}`]);
});

test("The `locale` and `voice` for custom Speech containers is determined by the custom model ingested by the container.", () => {
  for (const name of ["custom-speech-to-text", "custom-text-to-speech"] as const) {
    expect(problems(name, { locale: "en-US" })).toEqual([`SPC112 ${at(name, "locale")}`]);
    expect(problems(name, { voice: "en-US-AriaRUS" })).toEqual([`SPC112 ${at(name, "voice")}`]);
    const { locale, voice, image } = planOfOne(name, { tag: undefined });
    expect([locale, voice, image.tag]).toEqual([
      undefined,
      undefined,
      expect.stringMatching(/^\d\.\d\.\d-amd64-preview$/),
    ]);
  }
});

test("the Speech Synthesis Markup Language (SSML) message requires a `voice` element with a `name` attribute.", () => {
  const speak = (inside: string) => parseSsml(`<speak version="1.0" xml:lang="en-US">${inside}</speak>`).ok;
  expect(speak('<voice name="en-US-JessaRUS">Hello</voice>')).toBe(true);
  expect([speak("Hello"), speak("<voice>Hello</voice>")]).toEqual([false, false]);
});

test('The value is the corresponding container locale and voice, also known as the "short name".', () => {
  const { ssmlVoice } = explainedOne("text-to-speech", { tag: "1.4.0-amd64-de-de-stefan-apollo-preview" });
  expect(ssmlVoice).toBe('<voice name="de-DE-Stefan-Apollo">');
});

test("For example, the `latest` tag would have a voice name of `en-US-JessaRUS`.", () => {
  expect(explainedOne("text-to-speech", { tag: "latest" }).ssmlVoice).toBe('<voice name="en-US-JessaRUS">');
});
