import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { loadConfig, lockFileOf, parseLock, renderLock } from "../../lib/config";

const DIGEST = `sha256:${"0f".repeat(32)}`;
const IMAGE = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  writeFileSync(
    join(folder, "speech.yaml"),
    [
      "name: contoso",
      'edition: "2025-07"',
      "eula: accept",
      "account: { existing: { name: contoso, resourceGroup: rg } }",
      "containers: { captions: { function: speech-to-text, locale: en-US } }",
    ].join("\n"),
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

const load = (lock?: boolean) => loadConfig({ folder, env: {}, lock });
const digestOf = ({ plan }: ReturnType<typeof load>) => plan?.sites[0]?.containers[0]?.image.digest;

describe("the lock file", () => {
  it.each([
    ["speech.yaml", "speech.lock.json"],
    ["a/b.yml", "a/b.lock.json"],
    ["plain", "plain.lock.json"],
  ])("of %s is %s", (config, file) => expect(lockFileOf(config)).toBe(file));

  it("is read with the configuration beside it, unless told otherwise", () => {
    expect([digestOf(load()), load().problems]).toEqual([undefined, []]);
    writeFileSync(join(folder, "speech.lock.json"), renderLock({ [IMAGE]: DIGEST }));
    expect(digestOf(load())).toBe(DIGEST);
    expect(digestOf(load(false))).toBeUndefined();
  });

  it.each(["", "{", "[]", '{"version":2,"images":{}}', `{"version":1,"images":{"a":"sha256:1"}}`])(
    "%j is none, and nothing is planned",
    (text) => {
      writeFileSync(join(folder, "speech.lock.json"), text);
      const { plan, problems } = load();
      expect(plan).toBeUndefined();
      expect(problems).toMatchObject([{ code: "SPC020", message: '"speech.lock.json" is not a lock file' }]);
    },
  );

  it("comes back as it was written, whatever the references are", () => {
    const references = fc.string().map((rest) => `mirror.example/${rest}`);
    fc.assert(
      fc.property(fc.dictionary(references, fc.constant(DIGEST)), (lock) => {
        expect(parseLock(renderLock(lock))).toEqual({ ...lock });
      }),
    );
  });
});
