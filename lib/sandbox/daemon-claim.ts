import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How to reach a background process. Written once it listens. */
export interface Claim {
  readonly pid: number;
  /** Where it listens: a socket, or a port of 127.0.0.1 on Windows. */
  readonly listens: { readonly socketPath: string } | { readonly port: number };
  /** Must come with each request. */
  readonly token: string;
  /** Private folder outside the project (socket paths are short); removed with the process. */
  readonly socketFolder: string;
}

/**
 * The lock. Claims are numbered. Who finds that nobody answers under any of them starts a process for the number after the
 * highest; that process listens first and then takes this number and no other. A number is taken by `link`, which only one can
 * win, and a process that is dead stays dead: so nothing that a killed process leaves behind can block or deceive the next,
 * and a process that comes late, after another one served and ended, gives up. The identity of the folder tells it that even
 * the folder is another one.
 */
const CLAIM = /^daemon\.(\d+)\.json$/;

const claimFile = (folder: string, number: number): string => join(folder, `daemon.${number}.json`);

function numbers(folder: string): readonly number[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names.flatMap((name) => CLAIM.exec(name)?.[1] ?? []).map(Number);
}

export interface NumberedClaim {
  readonly number: number;
  readonly claim: Claim;
}

/** All claims of a folder, the newest last. */
export function claimsOf(folder: string): readonly NumberedClaim[] {
  return numbers(folder)
    .toSorted((one, other) => one - other)
    .flatMap((number) => {
      try {
        return [{ number, claim: JSON.parse(readFileSync(claimFile(folder, number), "utf8")) as Claim }];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
      }
    });
}

export const nextNumber = (claims: readonly NumberedClaim[]): number => (claims.at(-1)?.number ?? 0) + 1;

/** Makes a file whole or not at all; false when it is there already. */
function publish(folder: string, file: string, text: string): boolean {
  const draft = join(folder, `draft.${randomBytes(8).toString("hex")}`);
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a number; false when another process has it. */
export const takeClaim = (folder: string, number: number, claim: Claim): boolean =>
  publish(folder, claimFile(folder, number), JSON.stringify(claim));

/** Removes claims of dead processes with what they left outside the project. */
export function removeClaims(folder: string, dead: readonly NumberedClaim[]): void {
  for (const { number, claim } of dead) {
    rmSync(claim.socketFolder, { recursive: true, force: true });
    rmSync(claimFile(folder, number), { force: true });
  }
}

/** Whether this very claim still stands; false after someone removed the folder. */
export const stands = (folder: string, number: number, claim: Claim): boolean =>
  claimsOf(folder).some((standing) => standing.number === number && standing.claim.token === claim.token);

const IDENTITY = "identity";

/** What tells a sandbox from an earlier one in the same place; undefined when there is none. */
export function identityOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, IDENTITY), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes the private folder of the sandbox, out of version control. Gives its identity. */
export function makeSandboxFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, ".gitignore"), "*\n", { mode: 0o600 });
  publish(folder, join(folder, IDENTITY), randomBytes(4).toString("hex"));
  return identityOf(folder) ?? "";
}
