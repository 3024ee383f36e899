import type { Profile } from "../domain/profiles";
import type { SourcePlace } from "../domain/problems";

export type Values = Readonly<Record<string, unknown>>;

/** What a plan does with one resource. */
export type Action = "no-op" | "create" | "read" | "update" | "delete" | "replace" | "forget";

/** Everything that rules know of a plan. Read from a Terraform plan or from a synthesized stack (design decision D15). */
export interface PlanView {
  /** `synth`: no plan was made; whatever a provider computes is unknown, and so is what exists already. */
  readonly origin: "plan" | "synth";
  /** False: a part of the configuration was left out (`-target`), or Terraform deferred changes. */
  readonly complete: boolean;
  /** Modules that nobody has read: of a synthesized stack all of them, of a plan none. */
  readonly unread: readonly UnreadModule[];
  /** Managed and data resources of all modules, deposed objects too, in the order of their addresses. */
  readonly resources: readonly ResourceView[];
  /** What changed outside of Terraform since the last apply, as Terraform saw it. */
  readonly drift: readonly ResourceView[];
  readonly outputs: readonly OutputView[];
  readonly checks: readonly CheckView[];
  readonly variables: readonly VariableView[];
  readonly providers: readonly ProviderView[];
  /** By address without instance keys; the root is "". */
  readonly modules: ReadonlyMap<string, ModuleView>;
  /** The place of the state; a plan does not tell it, a synthesized stack does. */
  readonly backend?: { readonly type: string; readonly settings: Values };
  /** What the stack says of itself (`//.speech`). */
  readonly profile?: Profile;
}

/** A call of a module whose resources are not at hand. */
export interface UnreadModule {
  readonly address: string;
  readonly constructPath?: string;
  readonly place?: SourcePlace;
}

export interface ResourceView {
  /** As Terraform prints it, with modules and instance keys. */
  readonly address: string;
  /** Address of its module without instance keys; the root is "". */
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** Instance key of `count` or `for_each`. */
  readonly index?: string | number;
  /** Present: an object that an interrupted replacement left behind. */
  readonly deposed?: string;
  readonly action: Action;
  /** Terraform's word, such as `replace_because_tainted`. */
  readonly actionReason?: string;
  /** Absent: does not exist before. */
  readonly before?: Values;
  /** Absent: does not exist afterwards. */
  readonly after?: Values;
  /** Mirrors `after`; true where a value is known after apply only. */
  readonly unknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
  /** Arguments as they are written; absent when the resource is no longer configured. */
  readonly configuration?: Expressions;
  /** Key into {@link PlanView.providers}. */
  readonly providerKey?: string;
  readonly replacePaths: readonly (readonly (string | number)[])[];
  /** Present: moved from there. */
  readonly previousAddress?: string;
  /** Path of its construct, where the synthesized stack is at hand. */
  readonly constructPath?: string;
  /** Where the user wrote it (`//.source`). */
  readonly place?: SourcePlace;
  readonly facts: SpeechFacts;
}

/** `//.speech` of a resource in the synthesized stack: what Terraform does not know of it. Absent: not said. */
export interface SpeechFacts {
  readonly profile?: Profile;
  readonly front?: string;
  readonly exposed?: string;
  readonly engine?: Values;
  /** The expected use that the size is planned from. */
  readonly expected?: Values;
  readonly acknowledged?: Values;
}

/** Arguments of a block: an expression, or nested blocks in their order. */
export interface Expressions {
  readonly [argument: string]: Expression | readonly Expressions[];
}

export interface Expression {
  /** What is written, if it can be told; of JSON configurations the strings are templates (`${…}`). */
  readonly constant?: unknown;
  /** In Terraform's words: `azurerm_cognitive_account.speech.endpoint`. */
  readonly references: readonly string[];
}

export interface ModuleView {
  /** Modules that are called here, by name, with what is given to their variables. */
  readonly calls: ReadonlyMap<string, Expressions>;
  readonly outputs: ReadonlyMap<string, Expression>;
  readonly variables: ReadonlyMap<string, { readonly sensitive: boolean }>;
}

export interface OutputView {
  readonly name: string;
  readonly action: Action;
  readonly after?: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  readonly references: readonly string[];
}

/** A condition of the configuration: a `check` block, a pre- or postcondition, a validation. */
export interface CheckView {
  readonly address: string;
  readonly status: "pass" | "fail" | "error" | "unknown";
  /** Terraform's or the author's words. */
  readonly messages: readonly string[];
}

/** A variable of the root module. Its value is never printed. */
export interface VariableView {
  readonly name: string;
  readonly value?: unknown;
  readonly sensitive: boolean;
}

export interface ProviderView {
  /** Its key in the plan, such as `docker` or `module.site:docker.second`. */
  readonly key: string;
  readonly name: string;
  readonly alias?: string;
  readonly module: string;
  readonly versionConstraint?: string;
  readonly expressions: Expressions;
}

/** Where a value comes from, followed through modules as far as a plan tells. */
export type Origin =
  /** An attribute of a resource; its address has modules but no instance keys. Attribute absent: the whole resource. */
  | {
      readonly kind: "resource";
      readonly address: string;
      readonly attribute?: string;
      /** A literal instance key, such as `0` or `"eu"`. */
      readonly key?: string;
    }
  /** A variable of the root module. */
  | { readonly kind: "variable"; readonly name: string; readonly sensitive: boolean }
  /** A local, `each.value`, …: a plan does not tell what stands behind it. */
  | { readonly kind: "opaque"; readonly text: string };

/** One value of a plan as it can be read. */
export type Reading<Value> =
  | { readonly state: "known"; readonly value: Value; readonly sensitive: boolean }
  /** Nothing is configured: the provider's default holds. */
  | { readonly state: "unset" }
  /** Known after apply; `origins` say where it will come from. */
  | { readonly state: "unknown"; readonly origins: readonly Origin[] };
