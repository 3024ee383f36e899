import { chmodSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
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
  const { options, words } = invocation;
  const { location = REGION, kind = "SpeechServices" } = options;
  const [name = "", group = ""] = words;
  await openProjectSandbox(openProject(invocation)).act({ addAccount: { name, group, location, kind } });
  return sayWithKey(invocation, name, "key1", `there is an account ${name} in ${group}, ${location}`);
};

export const regenerateKey: Action = async (invocation) => {
  const [account = "", word] = invocation.words;
  const key = word === "key2" ? "key2" : "key1";
  await openProjectSandbox(openProject(invocation)).act({ regenerateKey: { account, key } });
  return sayWithKey(invocation, account, key, `${key} of the account ${account} was regenerated`);
};

export const deleteAccount = outside(
  ([account = ""]) => ({ deleteAccount: account }),
  ([account]) => `the account ${account} was deleted outside Terraform`,
);

export const purgeAccount = outside(
  ([account = ""]) => ({ purgeAccount: account }),
  ([account]) => `the name of the deleted account ${account} is free again`,
);

/** Says what was done; with --key-file the key goes into a file, since it is never printed. */
async function sayWithKey(
  invocation: Invocation,
  account: string,
  key: "key1" | "key2",
  done: string,
): Promise<number> {
  const { options, terminal } = invocation;
  const { keyFile } = options;
  if (keyFile !== undefined) {
    const secret = await openProjectSandbox(openProject(invocation)).keyOf(account, key);
    writeKey(resolve(terminal.workingFolder, keyFile), secret);
  }
  if (options.json) writeJson(terminal, { done, keyFile });
  else terminal.write(`In the sandbox, ${done}.\n${keyFile === undefined ? "" : `Its ${key} is in ${keyFile}.\n`}`);
  return 0;
}

/** Only the user can read the file, also when it was there before. */
function writeKey(path: string, key: string): void {
  try {
    writeFileSync(path, "", { mode: 0o600, flag: "a" });
    chmodSync(path, 0o600);
    writeFileSync(path, `${key}\n`);
  } catch (error) {
    throw new CommandFailure(
      "SPC628",
      `"${path}" cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      "name another file with --key-file",
    );
  }
}
