/**
 * Simulated Docker Engines, one for each declared host. `openEngines` gives the default engine; `declare` adds others.
 * `resume` starts again what ran before the process ended; `close` ends the programs and leaves the state as it is.
 */
import type { ContainerRuntime } from "../runtime";
import type { Store } from "../store";
import { type Engine, openEngine } from "./engine";
import type { Registries } from "./images";
import { predefinedNetworks } from "./networks";

export type { ContainerSummary, Engine } from "./engine";
export { smallProgram } from "./small-program";

export interface Engines {
  /** Declares an engine; the same one again for a host that is known. */
  declare(host: string): Engine;
  /** Without a host, the default engine; undefined for a host that was not declared. */
  engineFor(host?: string): Engine | undefined;
  all(): readonly Engine[];
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface EnginesOptions {
  readonly store: Store;
  readonly runtime: ContainerRuntime;
  readonly registries: Registries;
}

/** Hosts that mean the machine's own engine. */
const DEFAULT_HOSTS = ["", "unix:///var/run/docker.sock", "npipe:////./pipe/docker_engine"];

/** Linux and Windows have the whole of 127.0.0.0/8; macOS has only the first address. */
const loopbackAddress = (index: number): string =>
  process.platform === "darwin" ? "127.0.0.1" : `127.0.0.${index + 1}`;

export function openEngines({ store, runtime, registries }: EnginesOptions): Engines {
  const engines = new Map<string, Engine>();
  const keyOf = (host = ""): string => (DEFAULT_HOSTS.includes(host) ? "" : host);

  function declare(host: string): Engine {
    const key = keyOf(host);
    const known = engines.get(key);
    if (known) return known;
    const record = (store.state.engines[key] ??= {
      host: key,
      address: loopbackAddress(Object.keys(store.state.engines).length),
      images: [],
      networks: predefinedNetworks(),
      volumes: {},
      containers: {},
      folders: [],
    });
    const engine = openEngine({ record, store, runtime, registries });
    engines.set(key, engine);
    store.save();
    return engine;
  }

  declare("");
  for (const host of Object.keys(store.state.engines)) declare(host);

  const each = async (action: (engine: Engine) => Promise<void>): Promise<void> => {
    await Promise.all([...engines.values()].map(action));
  };
  return {
    declare,
    engineFor: (host) => engines.get(keyOf(host)),
    all: () => [...engines.values()],
    resume: () => each((engine) => engine.resume()),
    close: () => each((engine) => engine.suspend()),
  };
}
