import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ImageLock, type ImageToLock, type LockChange, compareLocks, imagesToLock } from "../../domain";
import type { DigestAnswer, RegistryLogin } from "../../operate";
import { counted } from "../../domain/words";
import { CommandFailure } from "../command-failure";
import { tableOf } from "../config";
import { ConfigRefused } from "../config-refused";
import { openProjectSandbox } from "../deployment";
import { writeHeading } from "../heading";
import { readInput } from "../input-file";
import { writeJson, type Action, type Invocation } from "../invocation";
import { openProject, type Project } from "../project";
import type { Terminal } from "../terminal";

type Ask = (image: ImageToLock) => Promise<DigestAnswer>;

export const lock: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const project = openProject(invocation, words[0]);
  const { loadConfig, lockFileOf, readLock, renderLock } = require("../../config") as typeof import("../../config");
  const { folder, file, environment } = project;
  const config = loadConfig({ folder, file, env: environment, lock: false });
  if (config.plan === undefined) throw new ConfigRefused(tableOf(config.file, config.problems, terminal), project);
  const lockFile = lockFileOf(config.file);
  const path = resolve(folder, lockFile);
  const before = readLock(path);
  const after = await askAll(imagesToLock(config.plan), asker(invocation, project));
  const changes = compareLocks(typeof before === "string" ? {} : before, after);
  // Digests of simulated images would keep every real deployment from its own.
  const isWritten = options.sandbox !== true;
  if (isWritten) writeFileSync(path, renderLock(after));
  if (options.json) writeJson(terminal, { file: lockFile, written: isWritten, images: changes });
  else {
    writeHeading(terminal, "lock", { sandbox: !isWritten });
    terminal.write(render(changes, lockFile, isWritten, terminal));
  }
  return 0;
};

/** Where the digests come from: a file of `docker image inspect`, the sandbox, or each image's registry. */
function asker({ options, terminal }: Invocation, project: Project): Ask {
  if (options.from !== undefined) return fromFile(options.from, terminal);
  const loginOf = ({ login }: ImageToLock): RegistryLogin | undefined => {
    const password = login && project.environment[`TF_VAR_${login.passwordVariable}`];
    return login && password ? { username: login.username, password } : undefined;
  };
  if (options.sandbox) {
    const sandbox = openProjectSandbox(project);
    return async (one) => {
      try {
        return { digest: await sandbox.digestOf(one.reference, loginOf(one)) };
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "SPC706") return { refused: error.message };
        throw error;
      }
    };
  }
  const { askDigest } = require("../../operate") as typeof import("../../operate");
  return async (one) => askDigest(one.image, loginOf(one));
}

function fromFile(file: string, terminal: Terminal): Ask {
  const { inspectedDigest, readInspectedImages } = require("../../operate") as typeof import("../../operate");
  const images = readInspectedImages(readInput(file, terminal));
  if (images === undefined) {
    const hint = "write it with: docker image inspect <image> <image> > images.json";
    throw new CommandFailure("SPC631", `"${file}" is not an answer of docker image inspect`, hint);
  }
  return ({ image }) => {
    const digest = inspectedDigest(image, images);
    return Promise.resolve(digest === undefined ? { refused: `"${file}" has no digest of it` } : { digest });
  };
}

/** All or nothing: a lock file with gaps would say less than none. */
async function askAll(images: readonly ImageToLock[], ask: Ask): Promise<ImageLock> {
  const answers = await Promise.all(images.map(async (one) => ({ ...one, answer: await ask(one) })));
  const refused = answers.flatMap(({ reference, login, answer }) => {
    if (!("refused" in answer)) return [];
    const wanted = login === undefined ? "" : ` (its password is TF_VAR_${login.passwordVariable})`;
    return [`${reference}: ${answer.refused}${wanted}`];
  });
  if (refused.length > 0) {
    const message = `no digest of ${refused.length} of ${counted(images.length, "image")}; nothing was written`;
    const hint = "check tag and registry, or give what an engine with the images knows: lock --from images.json";
    throw new CommandFailure("SPC632", message, hint, refused);
  }
  return Object.fromEntries(
    answers.flatMap((one) => ("digest" in one.answer ? [[one.reference, one.answer.digest]] : [])),
  );
}

const ALIGN = 9;

function render(changes: readonly LockChange[], file: string, isWritten: boolean, terminal: Terminal): string {
  const lines = changes.flatMap(({ image, digest, change }) => [
    `  ${terminal.paint(change === "same" ? "dim" : "bold", change.padEnd(ALIGN))}${image}`,
    `  ${" ".repeat(ALIGN)}${digest}`,
  ]);
  const kept = changes.filter(({ change }) => change !== "gone").length;
  const end = isWritten
    ? `  ${file}: ${counted(kept, "digest")}; plans use them from now on\n`
    : `  ${file} is not written: the digests are simulated\n`;
  return `${lines.join("\n")}${lines.length === 0 ? "" : "\n\n"}${end}`;
}
