import type { Login } from "./engine/images";
import type { SandboxStatus } from "./status";
import type { BillingWord } from "./trouble";

export interface SandboxOptions {
  /** The folder whose `.sandbox/` holds the state; one background process for each. */
  readonly projectFolder: string;
}

export interface UpOptions {
  /**
   * Engine hosts to declare beside the default engine, as written in `sites:`. Hosts that were declared before stay.
   * @default none
   */
  readonly engines?: readonly string[];
  /**
   * How long a simulated container loads before it is ready, such as `90s` or `500ms`; up to 24 days.
   * @default what the sandbox had, `300ms` in a new one
   */
  readonly loading?: string;
  /**
   * Simulated seconds that pass in one real second; the billing calls of the containers follow it. From
   * 0.01 to 100000.
   * @default what the sandbox had, 1 in a new one
   */
  readonly clock?: number;
}

interface EnvironmentOptions {
  /**
   * The caller has put a local backend of its own over that of the stack, so Terraform needs no workspace, data folder and
   * init option of the sandbox.
   * @default false
   */
  readonly ownBackend?: boolean;
}

interface LogsOptions {
  /**
   * Go on with new lines until `signal` aborts.
   * @default false
   */
  readonly follow?: boolean;
  /** Ends a log that is followed. */
  readonly signal?: AbortSignal;
}

/**
 * What happens outside Terraform. Containers are named as on their engine, or by the end of that name after a dash if
 * only one fits (`captions` for `contoso-speech-captions`).
 */
export type SandboxAction =
  | { readonly stop: string }
  | { readonly start: string }
  | { readonly removeContainer: string }
  | { readonly regenerateKey: { readonly account: string; readonly key: "key1" | "key2" } }
  | { readonly addGroup: string; readonly location: string }
  | { readonly addAccount: AddAccount }
  /** Its name stays taken until it is purged. */
  | { readonly deleteAccount: string }
  /** Lets go of the name of a deleted account. */
  | { readonly purgeAccount: string }
  /**
   * A reference such as `mirror.example/speech-to-text:4.12.0-amd64-en-us` becomes one that can be pulled; with `login`, its
   * registry wants a login of this user from now on, with any password.
   */
  | { readonly addImage: string; readonly login?: string }
  | { readonly removeImage: string }
  | { readonly removeVolume: { readonly name: string; readonly engineHost?: string } }
  | { readonly set: SetContainer };

/** A Cognitive Services account with two keys of its own. Its resource group is made where there is none. */
export interface AddAccount {
  readonly name: string;
  readonly group: string;
  /** Azure region, such as `westeurope`. */
  readonly location: string;
  /** As Azure calls it, such as `SpeechServices`. */
  readonly kind: string;
}

/** Trouble on purpose for a Speech container that runs; it lasts until the container's program ends. */
export interface SetContainer {
  readonly container: string;
  /** How its billing calls end from now on; one is made at once. `valid` ends the trouble: Azure judges the key again. */
  readonly billing?: BillingWord;
  /** How much later it answers each request, such as `5s`; `0s` ends it. Connections that are open go on as they were. */
  readonly slow?: string;
  /** Its program ends at once, as after a fault of its own; the restart policy decides what follows. */
  readonly crash?: boolean;
}

/** A volume of a simulated engine with the containers that mount it, by their names there. */
export interface SandboxVolume {
  readonly name: string;
  readonly heldBy: readonly string[];
}

/** A container that runs once and is then gone. */
export interface SandboxJob {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly mounts: readonly { readonly type: string; readonly source: string; readonly target: string }[];
  /** A line that holds this is the end of it: the container is stopped. Absent: it ends by itself. */
  readonly doneAt?: string;
}

export interface SandboxJobEnd {
  readonly exitCode: number;
  /** True: it was stopped at `doneAt`. */
  readonly done: boolean;
  readonly lines: readonly string[];
}

/** The sandbox of one project. Every function but `up` and `down` needs it running, else error SPC701. */
export interface Sandbox {
  /** Starts the background process or finds the living one, and applies the options. */
  up(options?: UpOptions): Promise<SandboxStatus>;
  /** Undefined when the sandbox is not running. */
  status(): Promise<SandboxStatus | undefined>;
  /** The variables with which `terraform` in any folder uses the stand-ins. */
  environment(options?: EnvironmentOptions): Promise<Readonly<Record<string, string>>>;
  /** The log of a container, oldest line first. */
  logs(name: string, options?: LogsOptions): AsyncIterable<string>;
  act(action: SandboxAction): Promise<void>;
  /** A key of an account. It is a secret like a real one: never print it. */
  keyOf(account: string, key: "key1" | "key2"): Promise<string>;
  /** The loopback address of a declared engine; without a host that of the default engine. */
  addressOf(engineHost?: string): Promise<string>;
  /** The digest that the simulated registry gives of a reference; it wants a login where `addImage` said so. */
  digestOf(reference: string, login?: Login): Promise<string>;
  /** The volumes of a declared engine; without a host those of the default engine. */
  volumes(engineHost?: string): Promise<readonly SandboxVolume[]>;
  /** Runs a container on a declared engine to its end; without a host on the default engine. */
  runJob(job: SandboxJob, engineHost?: string): Promise<SandboxJobEnd>;
  /** Resource and data types of a synthesized stack (`cdk.tf.json`) that the sandbox does not serve. Needs nothing running. */
  unservedTypes(synthesizedStackJson: string): readonly string[];
  /** Ends everything and leaves no process, port or file. Quiet when nothing is there. */
  down(): Promise<void>;
}
