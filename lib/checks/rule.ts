import type { Profile } from "../domain/profiles";
import type { PlanView, ResourceView, Values } from "./plan-view";
import type { AccountView } from "./views/account";
import type { ContainerView } from "./views/container";
import type { ImageView } from "./views/image";

export type Level = "error" | "warning" | "info";

/** One thing to look for in a plan. */
export interface Rule {
  /** Stable: people, waivers and CI refer to it, such as `CTR-8`. */
  readonly id: string;
  /** A few words, lower case: what good looks like. */
  readonly title: string;
  /** Of its findings, where an outcome does not say otherwise. */
  readonly level: Level | Readonly<Record<Profile, Level>>;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** What to do about a finding. */
  readonly fix: string;
  /** Where the facts come from. */
  readonly source: string;
  /** Settings of the rule in the checks file, by name, each with what it does and its default. */
  readonly options?: Readonly<Record<string, string>>;
  /** Judges each subject that the rule is about; none: the rule does not apply. */
  readonly judge: (context: RuleContext) => readonly Outcome[];
}

export interface RuleContext {
  readonly plan: PlanView;
  readonly profile: Profile;
  /** Containers that will exist after the plan is applied and that run an image of Speech, or look like it. */
  readonly containers: readonly ContainerView[];
  /** Containers of which nobody can say before apply whether they are of Speech; no other rule judges them. */
  readonly unclear: readonly ContainerView[];
  /** Accounts of Cognitive Services that exist before or after, data sources too. */
  readonly accounts: readonly AccountView[];
  /** Images that will exist after the plan is applied. */
  readonly images: readonly ImageView[];
  /** The rule's own settings of the checks file. */
  readonly options: Values;
}

/** What an outcome is about: a resource, or the whole plan (no address). */
export type Subject = Pick<ResourceView, "constructPath" | "place"> & {
  readonly address?: string;
  readonly facts?: ResourceView["facts"];
};

/** What a rule says of one subject (design decision D15): undecided is never printed as passed. */
export type Outcome =
  | { readonly answer: "pass"; readonly subject: Subject }
  | { readonly answer: "undecided"; readonly subject: Subject; readonly message: string }
  | ({ readonly answer: "fail"; readonly subject: Subject; readonly message: string } & FailureDetails);

export interface FailureDetails {
  /** Default: the rule's. */
  readonly level?: Level;
  /** Default: the rule's. */
  readonly fix?: string;
  /** Tells several findings of one rule on one subject apart, whatever their order; part of the fingerprint. */
  readonly part?: string;
}

export const pass = (subject: Subject): Outcome => ({ answer: "pass", subject });

/** `message`: what the plan has. Lower case, no full stop, values in quotes, never a secret. */
export const fail = (subject: Subject, message: string, details: FailureDetails = {}): Outcome => ({
  answer: "fail",
  subject,
  message,
  ...details,
});

/** `message`: what is not known yet, such as `image known after apply`. */
export const undecided = (subject: Subject, message: string): Outcome => ({ answer: "undecided", subject, message });

/** The whole plan as a subject. */
export const wholePlan: Subject = {};
