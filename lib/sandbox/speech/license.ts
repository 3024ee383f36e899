import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiStatus } from "./api-status";
import type { SpeechContainerSpec } from "./spec";
import type { SpeechJob, SpeechJobEnd } from "./job";
import { modelIn } from "./model";
import type { SpeechSettings } from "./settings";

/** What the sandbox keeps of a licence: for what it is good. A real one is opaque and has an expiry date. */
interface License {
  readonly image: string;
  /** Of a custom container. */
  readonly modelId?: string;
}

const FILE = "license.json";

/** Whether a container runs without a connection to Azure: it is told where its licence is, and not to fetch one. */
export function isDisconnected(settings: SpeechSettings): boolean {
  return settings.has("mounts:license") && !fetchesLicense(settings);
}

function fetchesLicense(settings: SpeechSettings): boolean {
  return settings.get("downloadlicense")?.toLowerCase() === "true";
}

/** The run that fetches a licence and ends; undefined: the settings do not ask for one. */
export function licenseJobOf(spec: SpeechContainerSpec, settings: SpeechSettings): SpeechJob | undefined {
  return fetchesLicense(settings) ? (judgeKey) => fetchLicense(spec, settings, judgeKey) : undefined;
}

async function fetchLicense(
  spec: SpeechContainerSpec,
  settings: SpeechSettings,
  judgeKey: () => Promise<ApiStatus>,
): Promise<SpeechJobEnd> {
  const folder = folderOf(spec, settings, "mounts:license");
  const modelId = spec.modelsFolder === undefined ? undefined : modelIn(spec.modelsFolder);
  if (spec.image.disconnected !== true) return failed(`${spec.image.function} has no licence for disconnected use.`);
  if (folder === undefined) return failed("License path not found: Mounts:License names no mounted folder.");
  if (spec.image.customModel && modelId === undefined) {
    return failed("The models folder holds no model: a licence is made for a container and its model.");
  }
  const status = await judgeKey();
  if (status !== "Valid") {
    return failed(`License download failed with status '${status}': it takes a key of a DC0 resource.`);
  }
  const license: License = { image: spec.reference, ...(modelId === undefined ? {} : { modelId }) };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, FILE), JSON.stringify(license), { mode: 0o600 });
  return { lines: [`[Info] License for ${spec.reference} was downloaded.`], exitCode: 0 };
}

/** Why a disconnected container does not start, one log line each; empty when it starts. */
export function reasonsAgainstLicense(spec: SpeechContainerSpec, settings: SpeechSettings): readonly string[] {
  const reasons: string[] = [];
  const folder = folderOf(spec, settings, "mounts:license");
  const license = folder === undefined ? undefined : licenseIn(folder);
  const modelId = spec.modelsFolder === undefined ? undefined : modelIn(spec.modelsFolder);
  if (license === undefined) reasons.push("License path not found: there is no licence in the mounted folder.");
  else if (license.image !== spec.reference) reasons.push(`The licence is one of another image: ${license.image}.`);
  else if (license.modelId !== modelId) reasons.push(`The licence is one of another model: ${license.modelId}.`);
  if (folderOf(spec, settings, "mounts:output") === undefined) {
    reasons.push("Mounts:Output names no mounted folder: usage records have no place.");
  }
  return reasons;
}

/** The folder of the sandbox behind a setting that names a folder of the container; undefined: nothing is mounted there. */
export function folderOf(spec: SpeechContainerSpec, settings: SpeechSettings, name: string): string | undefined {
  const target = settings.get(name);
  return target === undefined ? undefined : spec.folders?.[target];
}

function licenseIn(folder: string): License | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), "utf8")) as License;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function failed(reason: string): SpeechJobEnd {
  return { lines: [`[Fatal] ${reason}`], exitCode: 1 };
}
