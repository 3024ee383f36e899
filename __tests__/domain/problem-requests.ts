import type { AccountRequest, ContainerRequest, DeploymentRequest, EngineRequest } from "../../lib/domain";
import { MODEL_ID, account, captions, deployment } from "./requests";

export const KEY = "0123456789abcdef0123456789abcdef";

export const one = (change: Partial<ContainerRequest>) => deployment([captions(change)]);
export const in2020 = (change: Partial<ContainerRequest>) =>
  deployment([captions({ allowRetired: true, ...change })], { edition: "2020-05" });
export const custom = (change: Partial<ContainerRequest> = {}) =>
  one({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID, ...change });
export const neural = (change: Partial<ContainerRequest>) =>
  one({ function: "neural-text-to-speech", locale: undefined, ...change });
export const standard = (change: Partial<ContainerRequest>) =>
  in2020({ function: "text-to-speech", locale: undefined, ...change });
export const engine = (request: EngineRequest) =>
  deployment([], { sites: [{ name: "local", engine: request, containers: [captions()] }] });
export const billing = (change: Partial<Extract<AccountRequest, { kind: "create" }>>) =>
  deployment(undefined, { account: { ...account, ...change } as AccountRequest });
export const top = (change: Partial<DeploymentRequest>) => deployment(undefined, change);

/** A request and exactly the problems that it has: code and path of each. */
export type ProblemRow = readonly [what: string, request: DeploymentRequest, problems: readonly string[]];
