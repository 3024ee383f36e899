import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Invocation } from "../../lib/cli/invocation";
import { commandOf } from "../../lib/cli/try-command";

const root = mkdtempSync(join(tmpdir(), "try-command-"));
const clone = join(root, "clone");
const other = join(root, "other");
mkdirSync(clone);
mkdirSync(other);
writeFileSync(join(clone, "try"), "");
symlinkSync(clone, join(root, "link"));

function command(workingFolder: string, folder?: string, launcher?: string): string {
  const environment = launcher === undefined ? {} : { SPEECH_CONTAINERS_LAUNCHER: launcher };
  const invocation = { options: { folder }, terminal: { workingFolder, environment } };
  return commandOf(invocation as unknown as Pick<Invocation, "options" | "terminal">);
}

describe("the command to start try again", () => {
  it.each([
    ["the launcher in its own folder", clone, clone, "./try", "./try"],
    ["the launcher from elsewhere", other, clone, join(clone, "try"), join(clone, "try")],
    ["the launcher by a link", other, clone, join(root, "link", "try"), join(root, "link", "try")],
    ["another folder, which has to be said again", clone, "../other", "./try", "./try -C ../other"],
    ["no launcher", other, undefined, undefined, "speech-containers try"],
    ["no launcher, another folder", other, clone, undefined, `speech-containers try -C ${clone}`],
  ])("%s", (_title, workingFolder, folder, launcher, expected) => {
    expect(command(workingFolder, folder, launcher)).toBe(expected);
  });
});
