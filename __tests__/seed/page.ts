import {
  type ContainerPlan,
  type ContainerRequest,
  type DeploymentPlan,
  type DeploymentRequest,
  type FunctionName,
  engineNeeds,
} from "../../lib/domain";
import { readClientProgram } from "../../lib/cli/package";
import { containersOf, dockerRun, dockerRunOf, explainContainer } from "../../lib/render";
import type { ApiStatus } from "../../lib/sandbox/speech/api-status";
import { startSpeechContainer } from "../../lib/sandbox/speech/container";
import { speechImage } from "../../lib/sandbox/speech/images";
import type { SpeechContainerSpec } from "../../lib/sandbox/speech/spec";
import { MODEL_ID, deployment, planOf } from "../domain/requests";

/** What the page of May 2020 is about, as this package has it: containers of edition 2020-05. */

export const pageFunctions = [
  "speech-to-text",
  "custom-speech-to-text",
  "text-to-speech",
  "custom-text-to-speech",
] as const satisfies readonly FunctionName[];

export type PageFunction = (typeof pageFunctions)[number];

const REPOSITORIES = "containerpreview.azurecr.io/microsoft/cognitive-services";
const serves: Readonly<Record<PageFunction, Partial<ContainerRequest>>> = {
  "speech-to-text": { tag: "latest" },
  "custom-speech-to-text": { modelId: MODEL_ID },
  "text-to-speech": { tag: "latest" },
  "custom-text-to-speech": { modelId: MODEL_ID.replace("1a", "2b") },
};

/** A good container of the page; what a test is about overrides it. */
export const container = (name: PageFunction, change: Partial<ContainerRequest> = {}): ContainerRequest => ({
  name,
  function: name,
  port: 5000,
  allowRetired: true,
  ...serves[name],
  ...change,
});

/** A request for containers of the page. */
export const request = (
  containers: readonly ContainerRequest[],
  change: Partial<DeploymentRequest> = {},
): DeploymentRequest => deployment(containers, { edition: "2020-05", ...change });

export const planned = (...containers: readonly ContainerRequest[]): DeploymentPlan => planOf(request(containers));

/** The plan of one container. */
export function planOfOne(name: PageFunction, change: Partial<ContainerRequest> = {}): ContainerPlan {
  const [found] = containersOf(planned(container(name, change)));
  if (found === undefined) throw new Error("expected a container");
  return found.container;
}

export const runOfOne = (...one: Parameters<typeof planOfOne>) => dockerRunOf(planOfOne(...one));
/** The whole command on one line. */
export const commandOfOne = (...one: Parameters<typeof planOfOne>): string =>
  dockerRun(planOfOne(...one)).replaceAll(" \\\n ", "");

export function explainedOne(...one: Parameters<typeof planOfOne>) {
  const [found] = containersOf(planned(container(...one)));
  if (found === undefined) throw new Error("expected a container");
  return explainContainer(found.site, found.container, readClientProgram);
}

/** What the engine of one container has to have. */
export function needsOfOne(...one: Parameters<typeof planOfOne>) {
  const [needs] = engineNeeds(planned(container(...one)));
  if (needs === undefined) throw new Error("expected an engine");
  return needs;
}

export const ENDPOINT = "https://westus2.api.cognitive.microsoft.com/";
export const KEY = "planted-key";
export const BILLING_WORDS = ["Eula=accept", `Billing=${ENDPOINT}`, `ApiKey=${KEY}`];

interface SimulatedStart extends Partial<
  Pick<SpeechContainerSpec, "folders" | "modelsFolder" | "loadingMilliseconds">
> {
  readonly words?: readonly string[];
  /** Azure's answers, one a billing call; then the key is good. */
  readonly answers?: readonly ApiStatus[];
}

/** Starts a simulated container of the page; `asked` has every word that left it for Azure. */
export function simulated(
  name: PageFunction,
  { words = BILLING_WORDS, answers = [], ...folders }: SimulatedStart = {},
) {
  const reference = `${REPOSITORIES}-${name}:latest`;
  const image = speechImage(reference);
  if (image === undefined) throw new Error(`no image ${reference}`);
  const log: string[] = [];
  const asked: unknown[][] = [];
  const left = [...answers];
  const started = startSpeechContainer(
    { id: "c0ffee", name, reference, image, command: words, env: [], loadingMilliseconds: 0, clock: 1, ...folders },
    {
      log: (line) => log.push(line),
      judgeKey: (...sent) => {
        asked.push(sent);
        return Promise.resolve(left.shift() ?? "Valid");
      },
      healthChanged: () => undefined,
      random: () => 0,
    },
  );
  return { started, log, asked };
}

/** One that starts. */
export function running(...start: Parameters<typeof simulated>) {
  const { started, ...rest } = simulated(...start);
  if ("refused" in started) throw new Error(started.refused.join(" "));
  return { container: started, ...rest };
}

/** Why one does not start. */
export function refusedWith(...start: Parameters<typeof simulated>): readonly string[] {
  const { started } = simulated(...start);
  if ("refused" in started) return started.refused;
  started.stop();
  return [];
}
