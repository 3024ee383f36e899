import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AccountRecord, GroupRecord } from "./azure/records";
import { writeDurably } from "./durable-file";
import type { EngineRecord } from "./engine/records";

/** All that the stand-ins remember. Plain JSON; change it in place, then call `save`. */
export interface SandboxState {
  readonly version: 1;
  /** By host as written in the provider block; `""` is the default engine. */
  readonly engines: Record<string, EngineRecord>;
  readonly groups: Record<string, GroupRecord>;
  readonly accounts: Record<string, AccountRecord>;
  /** Deleted and not purged, by name in lower case. */
  readonly deletedAccounts: Record<string, AccountRecord>;
  /** Every id ever given to a resource of Terraform, as `<resource type> <id>`. */
  readonly issued: Record<string, true>;
}

export interface Store {
  readonly folder: string;
  readonly state: SandboxState;
  /** Writes the whole state; returns when it is on the disk. */
  save(): void;
  issue(resourceType: string, id: string): void;
  wasIssued(resourceType: string, id: string): boolean;
}

const emptyState = (): SandboxState => ({
  version: 1,
  engines: {},
  groups: {},
  accounts: {},
  deletedAccounts: {},
  issued: {},
});

function readState(file: string): SandboxState {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return emptyState();
    throw error;
  }
  const state = JSON.parse(text) as Partial<SandboxState>;
  if (state.version !== 1) throw new Error(`the sandbox state "${file}" was written by another version`);
  return { ...emptyState(), ...state };
}

/** Opens the state in `folder` (made when missing, private to the user). One process at a time. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "state.json");
  const state = readState(file);
  const save = (): void => writeDurably(file, JSON.stringify(state));
  return {
    folder,
    state,
    save,
    issue(resourceType, id) {
      state.issued[`${resourceType} ${id}`] = true;
      save();
    },
    wasIssued: (resourceType, id) => Object.hasOwn(state.issued, `${resourceType} ${id}`),
  };
}
