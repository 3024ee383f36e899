/** A simulated Docker Engine, as it is kept on the disk. */
export interface EngineRecord {
  /** As written in the provider block; `""` is the default engine. */
  readonly host: string;
  /** Loopback address that stands for the engine's machine. */
  readonly address: string;
}
