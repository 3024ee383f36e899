/**
 * The background process of a project: `node daemon.js <folder> <identity of the folder> <number of the claim>`. Standard output and error are its log.
 * It ends by `down`, by a signal, or when its folder was removed.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Claim, claimsOf, identityOf, removeClaims, stands, takeClaim } from "./daemon-claim";
import { daemonService } from "./daemon-handlers";
import { controlServer } from "./daemon-server";
import { openWorld } from "./daemon-world";

const FOLDER_CHECK_MILLISECONDS = 2_000;
const FAILURE_MILLISECONDS = 5_000;

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

/** What the starter saw of the folder: the process serves this very sandbox, under this number, or not at all. */
interface Place {
  readonly folder: string;
  readonly identity: string;
  readonly number: number;
}

/** Becomes the one process of the place; false when another one has, or when the place is gone. */
function takes({ folder, identity, number }: Place, claim: Claim): boolean {
  try {
    if (identityOf(folder) !== identity || !takeClaim(folder, number, claim)) return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
  removeClaims(
    folder,
    claimsOf(folder).filter((standing) => standing.number < number),
  );
  return true;
}

async function serve(place: Place): Promise<void> {
  const { folder, number } = place;
  const socketFolder = mkdtempSync(join(tmpdir(), "spc-"));
  const removeSockets = (): void => rmSync(socketFolder, { recursive: true, force: true });
  const token = randomBytes(24).toString("hex");
  let claimed = (): void => undefined;
  // Nothing of the folder is read before it is ours.
  const world = new Promise<void>((resolve) => (claimed = resolve)).then(() => openWorld(folder, socketFolder));
  const service = world.then(daemonService);

  let ending: Promise<void> | undefined;
  const endOnce = (): Promise<void> =>
    (ending ??= (async () => {
      server.close();
      await world.then(
        ({ close }) => close(),
        () => undefined,
      );
      removeSockets();
      report("ended");
      process.exit(0);
    })());
  const end = (): void => {
    endOnce().catch((error: unknown) => {
      report(words(error));
      process.exit(1);
    });
  };
  const server = controlServer({
    token,
    service,
    end,
    report: (error) => report(words(error)),
  });

  const claim: Claim = { pid: process.pid, listens: await listen(server, socketFolder), token, socketFolder };
  if (!takes(place, claim)) {
    removeSockets();
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
  setInterval(() => {
    if (!stands(folder, number, claim)) end();
  }, FOLDER_CHECK_MILLISECONDS).unref();
  claimed();
  try {
    await service;
    report(`process ${process.pid} serves`);
  } catch (error) {
    // Whoever started this process learns from the answer what is wrong.
    report(words(error));
    setTimeout(end, FAILURE_MILLISECONDS);
  }
}

process.umask(0o077);
const [folder = "", identity = "", number] = process.argv.slice(2);
serve({ folder, identity, number: Number(number) }).catch((error: unknown) => {
  report(words(error));
  process.exit(1);
});
