import { timerMilliseconds } from "../timer";
import { afterBillingCall, ALLOWED_TRIES, beforeFirstCall, servesQueries, timeToNextCall } from "./billing";
import type { ApiStatus } from "./api-status";
import { folderOf, isDisconnected, reasonsAgainstLicense } from "./license";
import { downloadModel, modelIn } from "./model";
import { readSettings } from "./settings";
import type { SpeechContainerSpec } from "./spec";
import type { ContainerLog } from "./container-log";
import { reasonsOfSettings } from "./setting-check";
import { reasonsNotToStart } from "./start-check";
import { queriesIn, recordQuery } from "./usage";

export interface SpeechHealth {
  readonly loading: boolean;
  readonly apiStatus: ApiStatus;
  readonly servesQueries: boolean;
  /** Ten billing calls in a row got no answer. */
  readonly unbilled: boolean;
}

/** What the container needs of the world around it. */
export interface SpeechSurroundings {
  readonly log: ContainerLog;
  /** A billing call to the Azure side of the sandbox. */
  readonly judgeKey: (endpoint: string, key: string) => Promise<ApiStatus>;
  readonly healthChanged: (health: SpeechHealth) => void;
  readonly random: () => number;
}

/** A container that has started: what its routes read. */
export interface SpeechContainer {
  readonly spec: SpeechContainerSpec;
  health(): SpeechHealth;
  /** Changes the pace of simulated time; the wait for the next billing call begins anew. */
  setClock(clock: number): void;
  /** Makes a billing call now; an older one that is still under way counts no more. */
  callNow(): Promise<void>;
  /** Counts a query, where usage records are kept. */
  used(): void;
  /** Queries of a month such as `2026-11`, or of all; undefined: no records are kept. */
  queries(month?: string): number | undefined;
  stop(): void;
}

function provideModel(spec: SpeechContainerSpec, modelId: string | undefined, log: (line: string) => void): void {
  const present = spec.modelsFolder === undefined ? undefined : modelIn(spec.modelsFolder);
  if (present !== undefined) {
    const ignored = modelId === undefined || modelId === present ? "" : `; ModelId ${modelId} is ignored`;
    log(`Model ${present} was found in the models folder${ignored}.`);
  } else if (modelId !== undefined) {
    if (spec.modelsFolder !== undefined) downloadModel(spec.modelsFolder, modelId);
    log(`Model ${modelId} was downloaded.`);
  }
}

/** Starts the program of a container; gives the log lines of its refusal instead when its settings do not allow it. */
export function startSpeechContainer(
  spec: SpeechContainerSpec,
  { log, judgeKey, healthChanged, random }: SpeechSurroundings,
): SpeechContainer | { readonly refused: readonly string[] } {
  const settings = readSettings(spec.command, spec.env);
  const needsModel =
    spec.image.customModel && (spec.modelsFolder === undefined || modelIn(spec.modelsFolder) === undefined);
  const disconnected = isDisconnected(settings);
  const refused = [
    ...reasonsNotToStart(settings, { needsModel, disconnected }),
    ...(disconnected ? reasonsAgainstLicense(spec, settings) : []),
    ...reasonsOfSettings(settings, folderOf(spec, settings, "mounts:output")),
  ];
  if (refused.length > 0) return { refused };
  const records = disconnected ? folderOf(spec, settings, "mounts:output") : undefined;

  const endpoint = settings.get("billing") ?? "";
  const key = settings.get("apikey") ?? "";
  let billing = disconnected ? afterBillingCall(beforeFirstCall, "Valid") : beforeFirstCall;
  let loading = true;
  let clock = spec.clock;
  let stopped = false;
  let nextCall: NodeJS.Timeout | undefined;
  let calls = 0;

  const health = (): SpeechHealth => ({
    loading,
    apiStatus: billing.apiStatus,
    servesQueries: servesQueries(billing),
    unbilled: billing.failedTries >= ALLOWED_TRIES,
  });
  const scheduleCall = (): void => {
    clearTimeout(nextCall);
    nextCall = setTimeout(call, timerMilliseconds(timeToNextCall(random()) / clock));
  };
  const judged = (outcome: ApiStatus, number: number): void => {
    if (stopped || number !== calls) return;
    billing = afterBillingCall(billing, outcome);
    if (outcome !== "Valid") log(`Endpoint connection failed with status '${outcome}'.`, "Error");
    if (billing.failedTries === ALLOWED_TRIES)
      log(`No answer in ${ALLOWED_TRIES} tries: queries are refused until there is one.`, "Error");
    healthChanged(health());
    scheduleCall();
  };
  function call(done?: () => void): void {
    // What runs on a licence calls nobody.
    if (disconnected) return done?.();
    const number = ++calls;
    const end = (outcome: ApiStatus): void => {
      judged(outcome, number);
      done?.();
    };
    judgeKey(endpoint, key).then(end, () => end("CouldNotConnect"));
  }

  log(`Simulated container of the sandbox: ${spec.image.function} (${spec.reference}).`);
  log(`Using '/output/${spec.image.service}/${spec.id}' for storing usage records.`);
  log("No access control enabled!");
  if (spec.image.customModel) provideModel(spec, settings.get("modelid"), log);
  log(`Now listening on: http://0.0.0.0:${spec.image.port}`);
  log("Application started. Press Ctrl+C to shut down.");
  const loaded = setTimeout(() => {
    loading = false;
    log("Models are loaded.");
    healthChanged(health());
  }, timerMilliseconds(spec.loadingMilliseconds));
  healthChanged(health());
  call();

  return {
    spec,
    health,
    setClock(newClock) {
      clock = newClock;
      if (billing !== beforeFirstCall && !disconnected) scheduleCall();
    },
    used() {
      if (records !== undefined) recordQuery(records, new Date());
    },
    queries: (month) => (records === undefined ? undefined : queriesIn(records, month)),
    callNow: () => new Promise((resolve) => call(resolve)),
    stop() {
      stopped = true;
      clearTimeout(loaded);
      clearTimeout(nextCall);
    },
  };
}
