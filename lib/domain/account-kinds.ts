import type { Datum } from "./catalogue/datum";

/** A kind of account that containers bill to. */
export interface AccountKind {
  /** As people call it. */
  readonly title: string;
  /** Azure's own word. */
  readonly kind: Datum<string>;
  /** Pricing tiers with which connected containers work. */
  readonly skus: { readonly free: Datum<string>; readonly standard: Datum<string> };
}

/** Written without the catalogue's functions: constructs of accounts load no catalogue. */
export const accountKinds = {
  speech: {
    title: "Speech",
    kind: { value: "SpeechServices", sources: ["M2", "M17"] },
    skus: { free: { value: "F0", sources: ["M2"] }, standard: { value: "S0", sources: ["M2"] } },
  },
  textAnalytics: {
    title: "Text Analytics",
    kind: { value: "TextAnalytics", sources: ["M17"] },
    skus: { free: { value: "F0", sources: ["M22"] }, standard: { value: "S", sources: ["M22"] } },
  },
} as const satisfies Record<string, AccountKind>;

/** Which of a deployment's accounts, as the keys of `speech.yaml` are called. */
export type AccountRole = keyof typeof accountKinds;

/** The pricing tiers of a kind, the free one first. */
export function skusOf(role: AccountRole): readonly string[] {
  const { free, standard } = accountKinds[role].skus;
  return [free.value, standard.value];
}
