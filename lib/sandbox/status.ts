/** What `sandbox status` tells. Never holds a key. */
export interface SandboxStatus {
  readonly pid: number;
  /** `<project>/.sandbox`, absolute. */
  readonly folder: string;
  /** How long a simulated container loads before it is ready, in milliseconds. */
  readonly loadingMilliseconds: number;
  /** Simulated seconds that pass in one real second. */
  readonly clock: number;
  readonly engines: readonly SandboxEngine[];
  readonly containers: readonly SandboxContainer[];
  readonly accounts: readonly SandboxAccount[];
}

interface SandboxEngine {
  /** The declared host as written in the configuration; absent: the default engine. */
  readonly host?: string;
  /** The loopback address that stands for the engine's machine. */
  readonly address: string;
}

interface SandboxContainer {
  readonly name: string;
  /** Address of the engine that runs it. */
  readonly engine: string;
  readonly image: string;
  readonly state: "created" | "running" | "restarting" | "exited";
  /** Of the last run that ended. */
  readonly exitCode?: number;
  readonly ports: readonly { readonly address: string; readonly host: number; readonly container: number }[];
  /** The word that `/status` gives now; absent: not a Speech container, or not running. */
  readonly apiStatus?: string;
  /** False while the container loads; absent: not a Speech container, or not running. */
  readonly ready?: boolean;
}

interface SandboxAccount {
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly endpoint: string;
}
