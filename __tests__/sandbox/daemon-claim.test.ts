import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Claim,
  claimsOf,
  identityOf,
  makeSandboxFolder,
  nextNumber,
  removeClaims,
  stands,
  takeClaim,
} from "../../lib/sandbox/daemon-claim";

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "spc-test-"));
  folder = join(parent, ".sandbox");
  makeSandboxFolder(folder);
});

afterEach(() => rmSync(parent, { recursive: true }));

function claim(token: string): Claim {
  const socketFolder = join(parent, token);
  mkdirSync(socketFolder);
  return { pid: 1, listens: { socketPath: join(socketFolder, "control.sock") }, token, socketFolder };
}

test("a number is taken once", () => {
  const [first, second] = [claim("one"), claim("two")];
  expect(takeClaim(folder, 1, first)).toBe(true);
  expect(takeClaim(folder, 1, second)).toBe(false);
  expect(claimsOf(folder)).toEqual([{ number: 1, claim: first }]);
});

test("the next number follows the highest", () => {
  expect(nextNumber([])).toBe(1);
  takeClaim(folder, 7, claim("one"));
  expect(nextNumber(claimsOf(folder))).toBe(8);
});

test("a folder keeps its identity until it is removed; one made anew has another", () => {
  const first = makeSandboxFolder(folder);
  expect(makeSandboxFolder(folder)).toBe(first);
  rmSync(folder, { recursive: true });
  expect(identityOf(folder)).toBeUndefined();
  expect(makeSandboxFolder(folder)).not.toBe(first);
});

test("claims are ordered by number, not by text", () => {
  for (const number of [10, 9, 2]) takeClaim(folder, number, claim(`n${number}`));
  expect(claimsOf(folder).map(({ number }) => number)).toEqual([2, 9, 10]);
});

test("removing the claim of a dead process removes its sockets and leaves other claims", () => {
  const [dead, living] = [claim("dead"), claim("living")];
  takeClaim(folder, 1, dead);
  takeClaim(folder, 2, living);
  removeClaims(
    folder,
    claimsOf(folder).filter(({ number }) => number === 1),
  );
  expect(existsSync(dead.socketFolder)).toBe(false);
  expect(claimsOf(folder).map(({ claim: left }) => left)).toEqual([living]);
});

test("a claim stands until its file is gone or another process has the number", () => {
  const [mine, other] = [claim("mine"), claim("other")];
  takeClaim(folder, 1, mine);
  expect(stands(folder, 1, mine)).toBe(true);
  expect(stands(folder, 1, other)).toBe(false);
  rmSync(folder, { recursive: true });
  expect(stands(folder, 1, mine)).toBe(false);
});

test("folder and files are private and out of version control", () => {
  takeClaim(folder, 1, claim("one"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777])).toEqual([
    [".gitignore", 0o600],
    ["daemon.1.json", 0o600],
    ["identity", 0o600],
  ]);
});
