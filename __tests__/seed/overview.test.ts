import { parseConfig } from "../../lib/config";
import { COMPANION_FUNCTION, findFunction, findFunctionEdition, functionsOf } from "../../lib/domain";
import { reasonsNotToStart } from "../../lib/sandbox/speech/start-check";
import { readSettings } from "../../lib/sandbox/speech/settings";
import { account, planOf } from "../domain/requests";
import { templateOf } from "../stacks/synth";
import { BILLING_WORDS, container, pageFunctions, planOfOne, planned, request } from "./page";

const functions = functionsOf("2020-05").filter((name) => name !== COMPANION_FUNCTION);
const serving = (...words: readonly string[]) =>
  functions.filter((name) => words.includes(findFunction(name)?.serves ?? ""));

test("There are four different containers available.", () => {
  expect(functions).toEqual(pageFunctions);
});

test("The two standard containers are Speech-to-text and Text-to-speech.", () => {
  expect(serving("locale", "voice")).toEqual(["speech-to-text", "text-to-speech"]);
});

test("The two custom containers are Custom Speech-to-text and Custom Text-to-speech.", () => {
  expect(serving("model")).toEqual(["custom-speech-to-text", "custom-text-to-speech"]);
});

test('All speech containers are currently offered as part of a Public "Gated" Preview.', () => {
  const tagOf = (name: (typeof pageFunctions)[number]) => planOfOne(name, { tag: undefined, ...said[name] }).image.tag;
  const said = {
    "speech-to-text": { locale: "en-US" },
    "custom-speech-to-text": {},
    "text-to-speech": { voice: "en-US-AriaRUS" },
    "custom-text-to-speech": {},
  };
  expect(pageFunctions.map(tagOf)).toEqual(Array(4).fill(expect.stringMatching(/-preview$/)));
});

test("table: Function, Features, Latest", () => {
  const latest = pageFunctions.map((name) => findFunctionEdition(name, "2020-05")?.version.value);
  expect(latest).toEqual(["2.2.0", "2.2.0", "1.4.0", "1.4.0"]);
});

describe("the account", () => {
  const template = templateOf(planned(container("speech-to-text")));
  const { command, env } = template.arguments("docker_container.speech-to-text") as Record<string, readonly string[]>;

  test("An Azure Speech resource to get the associated API key and endpoint URI.", () => {
    expect(template.arguments("azurerm_cognitive_account.speech")).toMatchObject({ kind: "SpeechServices" });
    expect(env).toEqual(["ApiKey=${azurerm_cognitive_account.speech.primary_access_key}"]);
  });

  test("{ENDPOINT_URI}: The endpoint as provided on the Overview page", () => {
    expect(command).toContain("Billing=${azurerm_cognitive_account.speech.endpoint}");
  });

  test("{API_KEY}: One of the two available resource keys on the Keys page", () => {
    const second = planOf(request([container("speech-to-text")], { account: { ...account, keySlot: "secondary" } }));
    expect(templateOf(second).arguments("docker_container.speech-to-text")["env"]).toEqual([
      "ApiKey=${azurerm_cognitive_account.speech.secondary_access_key}",
    ]);
  });
});

test("They are both required to start the container.", () => {
  const without = (name: string) => BILLING_WORDS.filter((word) => !word.startsWith(name));
  const reasons = (words: readonly string[]) => reasonsNotToStart(readSettings(words, []), { needsModel: false });
  expect(reasons(without("Billing"))).toEqual([expect.stringContaining("Billing")]);
  expect(reasons(without("ApiKey"))).toEqual([expect.stringContaining("ApiKey")]);
  expect(reasons(BILLING_WORDS)).toEqual([]);
});

test("You're required to provide billing information when instantiating a container.", () => {
  const text = ["name: a", "eula: accept", "edition: '2020-05'", "containers: { a: { function: speech-to-text } }"];
  const { plan, problems } = parseConfig(text.join("\n"), "speech.yaml");
  expect(plan).toBeUndefined();
  expect(problems.map(({ path }) => path)).toContain("account");
});

test("Fill out and submit the request form to request access to the container.", () => {
  const registry = { address: "containerpreview.azurecr.io", username: "who-was-let-in" };
  const plan = planOf(request([container("speech-to-text")], { registry }));
  expect(plan.sites[0]?.registryLogins).toMatchObject([registry]);
  expect(templateOf(plan).text).toContain("${var.speech_registry_password_containerpreview_azurecr_io}");
});

test("Speech provides four Linux containers for Docker, encapsulating various capabilities:", () => {
  const template = templateOf(planned(...pageFunctions.map((name, at) => container(name, { port: 5000 + at }))));
  const made = template.addresses().filter((address) => address.startsWith("docker_container."));
  expect(made).toHaveLength(4);
});
