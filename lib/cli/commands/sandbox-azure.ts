import { closeSync, fchmodSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SandboxAction } from "../../sandbox";
import { CommandFailure } from "../command-failure";
import { openProjectSandbox } from "../deployment";
import { writeJson, type Action, type Invocation } from "../invocation";
import { openProject } from "../project";
import { outside } from "./sandbox";

const REGION = "westeurope";

export const addGroup: Action = (invocation) => {
  const { location = REGION } = invocation.options;
  return outside(
    ([name = ""]) => ({ addGroup: name, location }),
    ([name]) => `there is a resource group ${name} in ${location}`,
  )(invocation);
};

export const addAccount: Action = async (invocation) => {
  const { location = REGION, kind = "SpeechServices" } = invocation.options;
  const [name = "", group = ""] = invocation.words;
  return withKeyFile(
    invocation,
    { account: name, key: "key1" },
    { addAccount: { name, group, location, kind } },
    `there is an account ${name} in ${group}, ${location}`,
  );
};

export const regenerateKey: Action = async (invocation) => {
  const [account = "", word] = invocation.words;
  const key = word === "key2" ? "key2" : "key1";
  return withKeyFile(
    invocation,
    { account, key },
    { regenerateKey: { account, key } },
    `${key} of the account ${account} was regenerated`,
  );
};

export const deleteAccount = outside(
  ([account = ""]) => ({ deleteAccount: account }),
  ([account]) => `the account ${account} was deleted outside Terraform`,
);

export const purgeAccount = outside(
  ([account = ""]) => ({ purgeAccount: account }),
  ([account]) => `the name of the deleted account ${account} is free again`,
);

/** Lets something happen; with --key-file the key goes into a file then, since it is never printed. */
async function withKeyFile(
  invocation: Invocation,
  { account, key }: { readonly account: string; readonly key: "key1" | "key2" },
  action: SandboxAction,
  done: string,
): Promise<number> {
  const { options, terminal } = invocation;
  const { keyFile } = options;
  const sandbox = openProjectSandbox(openProject(invocation));
  const file = keyFile === undefined ? undefined : openKeyFile(resolve(terminal.workingFolder, keyFile));
  try {
    await sandbox.act(action);
    if (file !== undefined) {
      ftruncateSync(file);
      writeFileSync(file, `${await sandbox.keyOf(account, key)}\n`);
    }
  } finally {
    if (file !== undefined) closeSync(file);
  }
  if (options.json) writeJson(terminal, { done, keyFile });
  else terminal.write(`In the sandbox, ${done}.\n${keyFile === undefined ? "" : `Its ${key} is in ${keyFile}.\n`}`);
  return 0;
}

/** Before anything is done, as a key that nobody gets is of no use. Only the user can read the file, also one that was there. */
function openKeyFile(path: string): number {
  try {
    const file = openSync(path, "a", 0o600);
    fchmodSync(file, 0o600);
    return file;
  } catch (error) {
    throw new CommandFailure(
      "SPC628",
      `"${path}" cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      "name another file with --key-file",
    );
  }
}
