/** Something that was looked at, or why it could not be. */
export type Reading<Value> =
  { readonly seen: true; readonly value: Value } | { readonly seen: false; readonly why: string };

export const seen = <Value>(value: Value): Reading<Value> => ({ seen: true, value });
export const unseen = (why: string): { readonly seen: false; readonly why: string } => ({ seen: false, why });

/** What an engine says of itself. */
export interface EngineFacts {
  /** Such as `Docker 27.1.1`. */
  readonly version: string;
  /** The machine's name. */
  readonly name: string;
  /** Such as `Ubuntu 24.04.1 LTS` or `Docker Desktop`. */
  readonly operatingSystem: string;
  /** `linux` or `windows`: what its containers are. */
  readonly osType: string;
  readonly architecture: string;
  readonly cores: number;
  readonly memoryMiB: number;
  /** Where images are kept, on the engine's own machine. */
  readonly rootFolder: string;
}

export interface Processor {
  readonly model: string;
  readonly hasAvx2: boolean;
  readonly megahertz?: number;
}

export interface PublishedPort {
  readonly engineName: string;
  readonly port: number;
}

export type PortState = "free" | "taken" | "no address of this machine";

export interface Capacity {
  readonly cores: number;
  readonly memoryMiB: number;
}

/** Everything that is looked at for one engine. */
export interface EngineReadings {
  /** `unreachable`: it was asked and did not answer. */
  readonly engine: Reading<EngineFacts> | { readonly seen: false; readonly why: string; readonly unreachable: true };
  /** The engine's, else the machine's where the engine is to run on it. */
  readonly capacity: Reading<Capacity>;
  readonly processor: Reading<Processor>;
  readonly freeDiskMiB: Reading<number>;
  /** References of the images that the engine has. */
  readonly images: Reading<readonly string[]>;
  readonly published: Reading<readonly PublishedPort[]>;
  /** By `address:port`. */
  readonly ports: Reading<ReadonlyMap<string, PortState>>;
  /** By host name: the system's word for why it was not reached; undefined: it was. */
  readonly hosts: Reading<ReadonlyMap<string, string | undefined>>;
}
