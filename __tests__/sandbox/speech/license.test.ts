import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiStatus } from "../../../lib/sandbox/speech/api-status";
import { startSpeechContainer } from "../../../lib/sandbox/speech/container";
import type { SpeechContainerSpec } from "../../../lib/sandbox/speech/spec";
import { speechImage } from "../../../lib/sandbox/speech/images";
import { licenseJobOf } from "../../../lib/sandbox/speech/license";
import { downloadModel } from "../../../lib/sandbox/speech/model";
import { readSettings } from "../../../lib/sandbox/speech/settings";

const REPOSITORY = "mcr.microsoft.com/azure-cognitive-services/speechservices";
const CAPTIONS = `${REPOSITORY}/speech-to-text:4.12.0-amd64-en-us`;
const CUSTOM = `${REPOSITORY}/custom-speech-to-text:4.12.0-amd64`;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "spc-test-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function spec(reference: string, command: readonly string[], mounted: readonly string[]): SpeechContainerSpec {
  const image = speechImage(reference);
  if (image === undefined) throw new Error(`the catalogue does not know ${reference}`);
  const base = { id: "c0ffee", name: "captions", reference, image, command, env: [], loadingMilliseconds: 0, clock: 1 };
  const folders = Object.fromEntries(mounted.map((target) => [target, join(folder, target)]));
  return { ...base, folders, modelsFolder: join(folder, "models") };
}

/** Fetches a licence as the documents say. */
async function fetchLicense(reference = CAPTIONS, status: ApiStatus = "Valid", mounted = ["/license"]) {
  const command = ["Eula=accept", "Billing=https://h/", "ApiKey=k", "DownloadLicense=True", "Mounts:License=/license"];
  const job = licenseJobOf(spec(reference, command, mounted), readSettings(command, []));
  return job?.(async () => status);
}

/** Why a serving container does not start; empty: it does. */
function refusals(reference = CAPTIONS, mounted = ["/license", "/output"]): readonly string[] {
  const command = ["Eula=accept", "Mounts:License=/license", "Mounts:Output=/output"];
  const started = startSpeechContainer(spec(reference, command, mounted), {
    log: () => undefined,
    judgeKey: () => Promise.reject(new Error("nobody is called")),
    healthChanged: () => undefined,
    random: Math.random,
  });
  if ("refused" in started) return started.refused;
  expect(started.health()).toMatchObject({ apiStatus: "Valid", servesQueries: true });
  started.stop();
  return [];
}

it("a container with a licence starts without billing and key, and counts its queries", async () => {
  expect(await fetchLicense()).toMatchObject({ exitCode: 0 });
  expect(refusals()).toEqual([]);
});

it("a container without a licence does not start", () => {
  expect(refusals()).toEqual([expect.stringContaining("License path not found")]);
});

it("a licence is good for one image and one model", async () => {
  await fetchLicense();
  expect(refusals(CAPTIONS.replace("en-us", "de-de"))).toEqual([expect.stringContaining("another image")]);
  downloadModel(join(folder, "models"), "one");
  await fetchLicense(CUSTOM);
  downloadModel(join(folder, "models"), "two");
  expect(refusals(CUSTOM)).toEqual([expect.stringContaining("another model")]);
});

it("a container without a place for usage records does not start", async () => {
  await fetchLicense();
  expect(refusals(CAPTIONS, ["/license"])).toEqual([expect.stringContaining("Mounts:Output")]);
});

it.each([
  ["of an account that is not DC0", CAPTIONS, "Mismatch", ["/license"]],
  ["without a folder", CAPTIONS, "Valid", []],
  ["of a function that has none", `${REPOSITORY}/language-detection:1.18.0-amd64-preview`, "Valid", ["/license"]],
  ["of a custom container before its model is there", CUSTOM, "Valid", ["/license"]],
] as const)("no licence is fetched %s", async (_what, reference, status, mounted) => {
  expect(await fetchLicense(reference, status, [...mounted])).toMatchObject({ exitCode: 1 });
});
