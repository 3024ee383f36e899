import { holdsSecret } from "../../domain";
import { canonicalSettingName } from "../../domain/setting-names";
import { type Assignment, type FoundContainer, type Other, readAssignment } from "./found";

/** A setting as a container is given it, with the name by which containers compare it. */
export interface Given extends Assignment {
  readonly canonical: string;
  readonly via: "environment" | "arguments";
}

/** `{API_KEY}`, `$KEY`, `${KEY}`, `<key>`: filled in by whoever runs it. */
const PLACEHOLDER = /^(?:\{.*\}|\$.*|<.*>|%.*%)?$/;

const SECRET_NAME = /(?:apikey|password|creds|instrumentationkey)$/;
const PROXY_ADDRESS = /^(?:https?|all)_proxy$/;

/** Words and variables alike: their names are the same, in any case, with `__` or `:`. Words come first. */
export function givenTo({ words, environment }: FoundContainer): readonly Given[] {
  return [
    ...words.map((word) => ({ ...readAssignment(word), via: "arguments" as const })),
    ...environment.map((variable) => ({ ...variable, via: "environment" as const })),
  ].map((one) => ({ ...one, canonical: canonicalSettingName(one.name) }));
}

export function findGiven(given: readonly Given[], name: string): Given | undefined {
  const canonical = canonicalSettingName(name);
  return given.find((one) => one.canonical === canonical);
}

/** Also nothing at all, which is taken from the shell. */
export function isPlaceholder(value = ""): boolean {
  return PLACEHOLDER.test(value);
}

/** The value, unless it is a placeholder or looks like a secret. */
export function literalOf(one: Given | undefined): string | undefined {
  return one?.value === undefined || isPlaceholder(one.value) || holdsSecret(one.value) ? undefined : one.value;
}

/** Whether there is a secret in the clear. */
export function isSecret({ canonical, value = "" }: Given): boolean {
  if (isPlaceholder(value)) return false;
  if (PROXY_ADDRESS.test(canonical)) {
    const { credentials, bare } = splitCredentials(value);
    return !isPlaceholder(credentials) || holdsSecret(bare);
  }
  return SECRET_NAME.test(canonical) || holdsSecret(value);
}

/** `http://user:password@host:port` by its parts. */
export function splitCredentials(address: string): { readonly credentials?: string; readonly bare: string } {
  const [, scheme = "", rest = ""] = /^(\w+:\/\/)?(.*)$/s.exec(address) ?? [];
  const at = rest.lastIndexOf("@");
  return at < 0 ? { bare: address } : { credentials: rest.slice(0, at), bare: scheme + rest.slice(at + 1) };
}

/** A word without `=` may be anything, a key as well. */
export function shownName(name: string): string {
  return holdsSecret(name) ? "a setting" : name;
}

/** A note on a setting that is not carried over. */
export function lost(one: Given, why: string): Other {
  return { what: shownName(one.name), why };
}
