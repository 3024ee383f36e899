import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../lib/sandbox/engine";
import { openEngines, smallProgram } from "../../lib/sandbox/engine";
import { containerDefaults, type ContainerSettings } from "../../lib/sandbox/engine/records";
import type { ContainerRuntime } from "../../lib/sandbox/runtime";
import { openStore, type Store } from "../../lib/sandbox/store";

/** A store in a folder of its own, which goes with `remove`. */
export function temporaryStore(): { readonly store: Store; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "spc-test-"));
  return { store: openStore(join(folder, "store")), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const enginesOn = (store: Store, runtime: ContainerRuntime = smallProgram()) =>
  openEngines({ store, runtime, registries: { isPublished: (reference) => reference.startsWith("published/") } });

/** A container that lives, from an image that is there. */
export function settings(changes: Partial<ContainerSettings> = {}): ContainerSettings {
  return { ...containerDefaults, name: "one", image: "sim:1", command: ["Eula=accept"], ...changes };
}

export async function started(engine: Engine, changes: Partial<ContainerSettings> = {}): Promise<string> {
  const { id } = engine.createContainer(settings(changes));
  await engine.startContainer(id);
  return id;
}
