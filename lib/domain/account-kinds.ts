import type { Datum } from "./catalogue/datum";

/** A kind of account that containers bill to. */
export interface AccountKind {
  /** As people call it. */
  readonly title: string;
  /** Azure's own word. */
  readonly kind: Datum<string>;
  /** Pricing tiers: the one that is planned when none is written, and the others that there are. */
  readonly skus: {
    readonly standard: Datum<string>;
    readonly free?: Datum<string>;
    /** Gives licences to disconnected containers, and serves no connected ones. */
    readonly disconnected?: Datum<string>;
  };
}

/** Written without the catalogue's functions: constructs of accounts load no catalogue. */
export const accountKinds = {
  speech: {
    title: "Speech",
    kind: { value: "SpeechServices", sources: ["M2", "M17"] },
    skus: {
      free: { value: "F0", sources: ["M2"] },
      standard: { value: "S0", sources: ["M2"] },
      disconnected: { value: "DC0", sources: ["M16", "M17"] },
    },
  },
  textAnalytics: {
    title: "Text Analytics",
    kind: { value: "TextAnalytics", sources: ["M17"] },
    skus: { free: { value: "F0", sources: ["M22"] }, standard: { value: "S", sources: ["M22"] } },
  },
  licenseAccount: {
    title: "Speech",
    kind: { value: "SpeechServices", sources: ["M16", "M17"] },
    skus: { standard: { value: "DC0", sources: ["M16", "M17"] } },
  },
} as const satisfies Record<string, AccountKind>;

/** Which of a deployment's accounts, as the keys of `speech.yaml` are called. */
export type AccountRole = keyof typeof accountKinds;

/** The tier of an account that gives licences. */
export const LICENSE_SKU = accountKinds.licenseAccount.skus.standard.value;

/** The pricing tiers of a kind, the free one first. */
export function skusOf(role: AccountRole): readonly string[] {
  const { free, standard, disconnected }: AccountKind["skus"] = accountKinds[role].skus;
  return [free, standard, disconnected].flatMap((sku) => sku?.value ?? []);
}
