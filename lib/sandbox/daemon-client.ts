import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Claim, claimsOf, makeSandboxFolder, nextNumber, type NumberedClaim, removeClaims } from "./daemon-claim";
import { ask, isAlive } from "./daemon-request";
import { SandboxError } from "./sandbox-error";
import { scriptOptions, scriptPath } from "./script";

const START_MILLISECONDS = 30_000;
const END_MILLISECONDS = 15_000;
const POLL_MILLISECONDS = 20;
const LOG = "daemon.log";
const LINES_SHOWN = 10;
const STARTS = 5;
const REMOVED = ".removed-";

async function living(claims: readonly NumberedClaim[]): Promise<Claim | undefined> {
  for (const { claim } of claims.toReversed()) if (await isAlive(claim)) return claim;
  return undefined;
}

/** The claim of the living process of a sandbox folder. */
export const livingClaim = (folder: string): Promise<Claim | undefined> => living(claimsOf(folder));

function lastLinesOf(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-LINES_SHOWN).join("\n");
}

/** Starts a process that outlives this one and its terminal; undefined: it gave its place up, and nobody else has it. */
async function start(folder: string, number: number): Promise<Claim | undefined> {
  const identity = makeSandboxFolder(folder);
  const logFile = join(folder, LOG);
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(process.execPath, [...scriptOptions(), scriptPath("daemon"), folder, identity, String(number)], {
    cwd: __dirname,
    detached: true,
    stdio: ["ignore", log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  const failures: string[] = [];
  const place = { givenUp: false };
  child.once("error", (error) => failures.push(error.message));
  child.once("exit", (code) => {
    if (code === 0) place.givenUp = true;
    else failures.push(lastLinesOf(logFile));
  });
  for (const deadline = Date.now() + START_MILLISECONDS; Date.now() < deadline; await pause(POLL_MILLISECONDS)) {
    // Who had the place took it before this one gave it up, so one look afterwards is enough.
    const last = place.givenUp;
    const claim = await livingClaim(folder);
    if (claim !== undefined || last) return claim;
    if (failures.length > 0) break;
  }
  throw new SandboxError(
    "SPC702",
    `the background process did not start: ${failures[0] ?? `no answer in ${START_MILLISECONDS / 1000} s`}`,
    `See "${logFile}".`,
  );
}

/** The living process, or a new one. One that gave its place up to another that ended meanwhile is followed by the next. */
export async function startOrFind(folder: string): Promise<Claim> {
  for (let tries = 0; tries < STARTS; tries++) {
    const claims = claimsOf(folder);
    const claim = (await living(claims)) ?? (await start(folder, nextNumber(claims)));
    if (claim !== undefined) return claim;
  }
  throw new SandboxError(
    "SPC702",
    `the background process gave its place up ${STARTS} times`,
    `Something else removes or replaces "${folder}" again and again.`,
  );
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Ends the process of a folder, if one lives, and removes the folder and what dead ones left elsewhere. */
export async function endAndRemove(folder: string): Promise<void> {
  const claim = await livingClaim(folder);
  if (claim !== undefined) {
    await ask(claim, "down", null);
    const deadline = Date.now() + END_MILLISECONDS;
    while (isProcess(claim.pid)) {
      if (Date.now() > deadline) {
        throw new SandboxError(
          "SPC707",
          `the background process ${claim.pid} does not end`,
          "End it by hand, then run `sandbox down` again.",
        );
      }
      await pause(POLL_MILLISECONDS);
    }
  }
  removeClaims(folder, claimsOf(folder));
  // Out of the way in one step, so that a process that starts meanwhile finds all of it or nothing.
  if (existsSync(folder)) renameSync(folder, `${folder}${REMOVED}${process.pid}`);
  // Also what an earlier call left that was killed here.
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}${REMOVED}`))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}
