import type { AccountRole } from "./account-kinds";
import type { SourceId } from "./catalogue/sources";
import type { ExpectedUse } from "./catalogue/types";
import type { SecretName } from "./catalogue/container-settings";
import type { ImageReference } from "./image";
import type { Problem, SourcePlace } from "./problems";
import type { Profile } from "./profiles";
import type { Layout } from "./request";

/** Everything that is true of a deployment before any tool is chosen. Renderers only read it. */
export interface DeploymentPlan {
  readonly name: string;
  readonly edition: string;
  readonly profile: Profile;
  readonly layout: Layout;
  readonly account: AccountPlan;
  /** What sentiment is billed to. */
  readonly textAnalytics?: AccountPlan;
  /** What gives licences to disconnected containers; absent: {@link account}. */
  readonly licenseAccount?: AccountPlan;
  readonly backend?: { readonly type: string; readonly settings: Readonly<Record<string, unknown>> };
  readonly tags: Readonly<Record<string, string>>;
  /** The stack that makes an account, if there is one: `<name>` or `<name>-account`. */
  readonly accountStackId?: string;
  readonly sites: readonly SitePlan[];
}

export type PlanResult =
  | { readonly ok: true; readonly plan: DeploymentPlan; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type KeySlot = "primary" | "secondary";

export type AccountPlan =
  | ({ readonly kind: "create" } & CreatedAccountPlan)
  | ({ readonly kind: "existing"; readonly name: string; readonly resourceGroup: string } & AnyAccountPlan)
  | ({ readonly kind: "endpoint"; readonly endpoint: string } & AnyAccountPlan);

interface AnyAccountPlan {
  readonly keySlot: KeySlot;
  readonly source?: SourcePlace;
}

export interface CreatedAccountPlan extends AnyAccountPlan {
  readonly name: string;
  readonly location: string;
  readonly resourceGroup: { readonly name: string; readonly create: boolean };
  readonly sku: string;
  readonly customSubdomain?: string;
  readonly network?: {
    readonly publicAccess: boolean;
    /** Absent: no rules. */
    readonly allowedAddresses?: readonly string[];
  };
  readonly protect: boolean;
}

export interface SitePlan {
  readonly name: string;
  /** `<name>` (layout containers) or `<name>-<site>`: id of the stack and start of every engine object's name. */
  readonly stackId: string;
  readonly engine: EnginePlan;
  readonly networkName: string;
  readonly containers: readonly ContainerPlan[];
  /** The registries that want a login, by address. */
  readonly registryLogins: readonly RegistryLoginPlan[];
  readonly source?: SourcePlace;
}

/** A login at a registry. The plan never holds its password. */
export interface RegistryLoginPlan {
  /** The host, with a port if it has one. */
  readonly address: string;
  readonly username: string;
  /** The sensitive Terraform variable with the password. */
  readonly passwordVariable: string;
}

export interface EnginePlan {
  readonly host?: string;
  readonly certPath?: string;
  readonly advertise: string;
  /** What the engine is declared to have; absent: nobody says it. */
  readonly cores?: number;
  readonly memoryMiB?: number;
  readonly avx2?: boolean;
  readonly reserved?: ReservedPlan;
  /** True: it is written once for all sites. */
  readonly inherited?: boolean;
  readonly source?: SourcePlace;
}

/** What other programs on the engine's host keep for themselves. */
export interface ReservedPlan {
  readonly ports: readonly number[];
  readonly cores: number;
  readonly memoryMiB: number;
}

/** One container: the heart of the plan. Nothing after the planner looks a size, a port or a tag up again. */
export interface ContainerPlan {
  /** The configured name; construct id and output key. */
  readonly name: string;
  /** The name of the container on the engine: `<stackId>-<name>`. */
  readonly engineName: string;
  readonly function: string;
  readonly edition: string;
  readonly locale?: string;
  /** SSML short name such as `en-US-AriaNeural`. */
  readonly voice?: string;
  readonly modelId?: string;
  /** What a sentiment container serves, such as `en`. */
  readonly language?: string;
  /** Where the container gets sentiment from; absent: it gives none. */
  readonly sentiment?: SentimentPlan;
  readonly image: ImageReference;
  readonly size: SizePlan;
  readonly port: PortPlan;
  readonly mounts: readonly MountPlan[];
  /** In the order in which they are rendered. */
  readonly settings: readonly SettingPlan[];
  /** What fetches display models before the container starts; absent: it is given none. */
  readonly displaySteps?: readonly StepPlan[];
  /** What fetches the licence before a disconnected container starts; absent: the container is connected. */
  readonly licenseStep?: StepPlan;
  readonly healthCheck?: HealthCheckPlan;
  readonly labels: Readonly<Record<string, string>>;
  readonly urls: UrlsPlan;
  readonly front?: string;
  readonly exposed?: string;
  readonly allowRetired: boolean;
  readonly source?: SourcePlace;
}

/** A container that runs once, from the same image, before another one starts. */
export interface StepPlan {
  /** Part of construct ids; the container's own, such as `license`. */
  readonly id: string;
  /** What it is for, as the end of a sentence. */
  readonly fetches: "the licence" | "display models";
  /** Its name on the engine. */
  readonly engineName: string;
  readonly mounts: readonly MountPlan[];
  readonly words?: readonly string[];
  /** In the order in which they are rendered, behind the words, which have no value. */
  readonly settings: readonly SettingPlan[];
  readonly labels: Readonly<Record<string, string>>;
}

export interface SizePlan {
  readonly cores: number;
  /** MiB; the limit, with the model included where the edition says so. */
  readonly memoryMiB: number;
  readonly basis: "minimum" | "recommended" | "explicit" | "expected";
  /** MiB that the model takes on the engine beyond the limit; counted against the engine's capacity only. */
  readonly modelMemoryMiB: number;
  /** How the numbers came about, such as `recommended 8 / 8 GB + 8 GB for the model`. */
  readonly reason: string;
  /** Why a size below the minimum was accepted. */
  readonly belowMinimum?: string;
  /** What the size was planned from, where that is what happens at the same time. */
  readonly expected?: ExpectedSizePlan;
}

export interface ExpectedSizePlan {
  readonly use: ExpectedUse;
  /** How many at the same time. */
  readonly count: number;
  /** What the container is told, where it is. */
  readonly decoders?: number;
  /** The arithmetic, in order. */
  readonly steps: readonly LoadStep[];
}

/** One line of the arithmetic behind a size, with where its numbers come from. */
export interface LoadStep {
  readonly text: string;
  readonly sources: readonly SourceId[];
  /** Why the numbers should be tested before they are relied on. */
  readonly unverified?: string;
}

export interface PortPlan {
  /** The address on the engine's host, an IPv4 literal; `127.0.0.1` unless configured. */
  readonly address: string;
  readonly host: number;
  readonly container: number;
}

export type MountPlan =
  | { readonly type: "volume"; readonly source: string; readonly target: string; readonly readOnly: boolean }
  | { readonly type: "bind"; readonly source: string; readonly target: string; readonly readOnly: boolean };

/**
 * One `Key=value` setting. `endpoint` and `apiKey` are wired to an account by the renderer, secrets to sensitive
 * variables; the plan never holds their values.
 */
export interface SettingPlan {
  readonly name: string;
  readonly value: SettingValue;
  readonly via: "argument" | "environment";
}

export type SettingValue =
  | { readonly kind: "literal"; readonly text: string }
  | {
      readonly kind: "endpoint";
      /** Absent: the Speech account. */
      readonly account?: AccountRole;
      /** What stands behind the endpoint and one slash. */
      readonly path?: string;
    }
  | {
      readonly kind: "apiKey";
      /** Absent: the Speech account. */
      readonly account?: AccountRole;
    }
  /** The value of a sensitive variable. */
  | { readonly kind: "secret"; readonly secret: SecretName };

/** Where a container gets the sentiment of its results from. */
export type SentimentPlan =
  | {
      readonly from: "cloud";
      /** Of the operation, below the endpoint of the Text Analytics account. */
      readonly path: string;
    }
  | {
      readonly from: "container";
      /** The configured name of the companion. */
      readonly container: string;
      /** URL of the operation on the site's network. */
      readonly host: string;
    };

/** Durations in nanosecond-free canonical Go form: `1m0s`, `500ms`. */
export interface HealthCheckPlan {
  readonly test: readonly string[];
  readonly interval: string;
  readonly timeout: string;
  readonly startPeriod: string;
  readonly retries: number;
}

export interface UrlsPlan {
  /** What the Speech SDK takes as host: `ws://localhost:5000`. */
  readonly host: string;
  readonly ready: string;
  readonly status: string;
}
