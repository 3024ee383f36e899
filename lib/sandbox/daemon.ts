/**
 * The background process of a project: `node daemon.js <folder of the sandbox>`. Standard output and error are its log.
 * It ends by `down`, by a signal, or when its folder was removed.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCloud } from "./azure";
import { type Claim, claimsOf, removeClaims, stands, takeClaim } from "./daemon-claim";
import { daemonHandlers, logSource } from "./daemon-handlers";
import { isAlive } from "./daemon-request";
import { controlServer } from "./daemon-server";
import { readSettings, writeSettings } from "./daemon-settings";
import { openEngines, smallProgram } from "./engine";
import { serveProviders } from "./provider";
import { isPublished, speechImage } from "./speech/images";
import { speechRuntime } from "./speech/runtime";
import { openStore } from "./store";

const FOLDER_CHECK_MILLISECONDS = 2_000;

const report = (text: string): void => void process.stdout.write(`${new Date().toISOString()} ${text}\n`);

const words = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

async function listen(server: Server, socketFolder: string): Promise<Claim["listens"]> {
  const socketPath = join(socketFolder, "control.sock");
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    if (process.platform === "win32") server.listen(0, "127.0.0.1", resolve);
    else server.listen(socketPath, resolve);
  });
  return process.platform === "win32" ? { port: (server.address() as AddressInfo).port } : { socketPath };
}

/** Becomes the one process of the folder; undefined when another one lives. */
async function claimFolder(folder: string, claim: Claim): Promise<number | undefined> {
  for (;;) {
    const standing = claimsOf(folder);
    for (const { claim: other } of standing) if (await isAlive(other)) return undefined;
    const number = (standing.at(-1)?.number ?? 0) + 1;
    if (takeClaim(folder, number, claim)) {
      removeClaims(folder, standing);
      return number;
    }
  }
}

async function serve(folder: string): Promise<void> {
  const socketFolder = mkdtempSync(join(tmpdir(), "spc-"));
  const removeSockets = (): void => rmSync(socketFolder, { recursive: true, force: true });
  const token = randomBytes(24).toString("hex");

  let settings = readSettings(folder);
  const store = openStore(join(folder, "store"));
  const cloud = openCloud(store);
  const speech = speechRuntime({
    speechImage,
    otherwise: smallProgram(),
    judgeKey: (endpoint, key) => cloud.judgeKey(endpoint, key),
    volumesFolder: join(folder, "volumes"),
    pace: () => settings,
  });
  const engines = openEngines({
    store,
    runtime: speech,
    isPublished: (reference) => isPublished(reference, settings.images),
  });
  const providers = await serveProviders({ store, cloud, engines, socketFolder });

  let ending: Promise<void> | undefined;
  const end = (): Promise<void> =>
    (ending ??= (async () => {
      server.close();
      await providers.close();
      await engines.close();
      removeSockets();
      report("ended");
      process.exit(0);
    })());
  const handlers = daemonHandlers({
    folder,
    engines,
    cloud,
    speech,
    providers,
    settings: () => settings,
    keep(changed) {
      writeSettings(folder, changed);
      settings = changed;
    },
    end: () => setImmediate(() => void end()),
  });
  const server = controlServer(token, handlers, logSource(engines), (error) => report(words(error)));

  const claim: Claim = { pid: process.pid, listens: await listen(server, socketFolder), token, socketFolder };
  const number = await claimFolder(folder, claim);
  if (number === undefined) {
    removeSockets();
    report(`process ${process.pid} found another one at work`);
    process.exit(0);
  }
  writeSettings(folder, settings);
  report(`process ${process.pid} serves`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end());
  setInterval(() => {
    if (!stands(folder, number, claim)) void end();
  }, FOLDER_CHECK_MILLISECONDS).unref();
}

process.umask(0o077);
serve(process.argv[2] ?? "").catch((error: unknown) => {
  report(words(error));
  process.exit(1);
});
