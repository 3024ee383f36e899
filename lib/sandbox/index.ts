import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Claim } from "./daemon-claim";
import { endAndRemove, livingClaim, startOrFind } from "./daemon-client";
import { ask, linesOf, orFailure, send } from "./daemon-request";
import type { Sandbox, SandboxOptions } from "./sandbox";
import { SandboxError } from "./sandbox-error";
import { attachmentEnvironment, separationEnvironment } from "./terraform-environment";
import { unservedTypes } from "./unserved-types";

export type { Sandbox, SandboxAction } from "./sandbox";
export type { SandboxStatus } from "./status";
export type { BillingWord } from "./trouble";

/** The folder of a project that holds its sandbox. */
const SANDBOX_FOLDER = ".sandbox";

/** Opens the sandbox of a project. Starts nothing by itself. */
export function openSandbox({ projectFolder }: SandboxOptions): Sandbox {
  const folder = join(realpathSync(resolve(projectFolder)), SANDBOX_FOLDER);

  async function running(): Promise<Claim> {
    const claim = await livingClaim(folder);
    if (claim !== undefined) return claim;
    throw new SandboxError("SPC701", "the sandbox is not running", "Start it: speech-containers sandbox up");
  }

  return {
    up: async (options = {}) => ask(await startOrFind(folder), "up", options),
    async status() {
      const claim = await livingClaim(folder);
      return claim === undefined ? undefined : ask(claim, "status", null);
    },
    async environment({ ownBackend = false } = {}) {
      const attachment = await ask(await running(), "environment", null);
      return { ...attachmentEnvironment(attachment), ...(ownBackend ? {} : separationEnvironment(attachment)) };
    },
    async *logs(name, { follow = false, signal } = {}) {
      const answer = await orFailure(await send(await running(), "logs", { name, follow }));
      const stop = (): void => void answer.destroy();
      signal?.addEventListener("abort", stop);
      try {
        yield* linesOf(answer);
      } catch (error) {
        // A log that is followed has no end of its own: it is cut off, by the caller or with the sandbox.
        if (!follow) throw error;
      } finally {
        signal?.removeEventListener("abort", stop);
        stop();
      }
    },
    async act(action) {
      await ask(await running(), "act", action);
    },
    keyOf: async (account, key) => ask(await running(), "key", { account, key }),
    addressOf: async (engineHost) => ask(await running(), "address", engineHost === undefined ? {} : { engineHost }),
    digestOf: async (reference, login) =>
      ask(await running(), "digest", { reference, ...(login === undefined ? {} : { login }) }),
    volumes: async (engineHost) => ask(await running(), "volumes", engineHost === undefined ? {} : { engineHost }),
    runJob: async (job, engineHost) =>
      ask(await running(), "job", { job, ...(engineHost === undefined ? {} : { engineHost }) }),
    unservedTypes,
    down: () => endAndRemove(folder),
  };
}
