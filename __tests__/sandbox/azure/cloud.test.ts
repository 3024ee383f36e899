import { type Cloud, openCloud } from "../../../lib/sandbox/azure";
import { openStore, type Store } from "../../../lib/sandbox/store";
import { temporaryStore } from "../sandbox-world";

const REGIONAL = "https://westeurope.api.cognitive.microsoft.com/";

let store: Store;
let cloud: Cloud;
let remove: () => void;

beforeEach(() => {
  ({ store, remove } = temporaryStore());
  cloud = openCloud(store);
  cloud.putGroup({ name: "rg", location: "westeurope", tags: {} });
});

afterEach(() => remove());

const judged = (endpoint: string, key: string) => cloud.judgeKey(endpoint, key, "speech container");

const create = (name: string, changes: { kind?: string; subdomain?: string; group?: string } = {}) =>
  cloud.createAccount({
    name,
    group: changes.group ?? "rg",
    location: "westeurope",
    kind: changes.kind ?? "SpeechServices",
    sku: { name: "S0" },
    tags: {},
    properties: changes.subdomain === undefined ? {} : { customSubDomainName: changes.subdomain },
  });

describe("the key of a container", () => {
  test("of an account of the region is valid, the second one too", () => {
    const { keys } = create("one");
    create("two");
    expect([keys.key1, keys.key2].map((key) => judged(REGIONAL, key))).toEqual(["Valid", "Valid"]);
  });

  test("that nobody has is invalid, whichever region", () => {
    create("one");
    expect(judged(REGIONAL, "0".repeat(84))).toBe("Invalid");
    expect(judged("https://northeurope.api.cognitive.microsoft.com/", "0")).toBe("Invalid");
  });

  test("of an account of another kind is a mismatch", () => {
    expect(judged(REGIONAL, create("one", { kind: "CognitiveServices" }).keys.key1)).toBe("Mismatch");
  });

  test.each([
    ["SpeechServices", ["Valid", "Mismatch", "Mismatch"]],
    ["TextAnalytics", ["Mismatch", "Valid", "Valid"]],
    ["AIServices", ["Valid", "Valid", "Valid"]],
    ["CognitiveServices", ["Mismatch", "Mismatch", "Valid"]],
  ])(
    "of a %s account is judged for a Speech container, a sentiment container and the service itself",
    (kind, words) => {
      const { key1 } = create("one", { kind }).keys;
      const uses = ["speech container", "sentiment container", "text analytics"] as const;
      expect(uses.map((use) => cloud.judgeKey(REGIONAL, key1, use))).toEqual(words);
    },
  );

  test("is asked of the account that has the subdomain, and of no other", () => {
    const one = create("one", { subdomain: "speech-one" });
    const two = create("two");
    expect(judged(cloud.endpointOf(one), one.keys.key1)).toBe("Valid");
    expect(judged(cloud.endpointOf(one), two.keys.key1)).toBe("Invalid");
  });

  test.each(["https://nobody.cognitiveservices.azure.com/", "nonsense", ""])("has nobody to ask at %j", (endpoint) => {
    create("one");
    expect(judged(endpoint, "0")).toBe("CouldNotConnect");
  });

  test("is invalid once it is regenerated, or while keys are switched off", () => {
    const { keys } = create("one");
    const { key1, key2 } = { ...keys };
    cloud.regenerateKey({ group: "rg", name: "one" }, "key1");
    expect([judged(REGIONAL, key1), judged(REGIONAL, key2)]).toEqual(["Invalid", "Valid"]);
    cloud.patchAccount({ group: "rg", name: "one" }, { properties: { disableLocalAuth: true } });
    expect(judged(REGIONAL, key2)).toBe("Invalid");
  });
});

test("a deleted name is taken until it is purged, also for another process", () => {
  create("one");
  cloud.deleteAccount({ group: "rg", name: "one" });
  expect(cloud.accounts()).toEqual([]);
  cloud = openCloud(openStore(store.folder));
  expect(() => create("ONE")).toThrow("has been soft-deleted");
  cloud.purgeAccount({ group: "rg", name: "one" });
  expect(create("one").name).toBe("one");
});

test("a subdomain is taken once, by deleted accounts too", () => {
  create("one", { subdomain: "speech" });
  expect(() => create("two", { subdomain: "Speech" })).toThrow("not available");
  cloud.deleteAccount({ group: "rg", name: "one" });
  expect(() => create("two", { subdomain: "speech" })).toThrow("not available");
});

test("an account needs its group", () => {
  expect(() => create("one", { group: "absent" })).toThrow("Resource group 'absent' could not be found.");
});
