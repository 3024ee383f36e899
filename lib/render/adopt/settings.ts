import type { Problem } from "../../domain";
import { holdsSecret } from "../../domain";
import { decoderSetting } from "../../domain/catalogue/loads";
import { type Assignment, type FoundContainer, type Other, readAssignment } from "./found";

/** What the settings of a container say, by what they mean here. */
export interface FoundSettings {
  /** As it is written; only `accept` in lower case starts a container. */
  readonly eula?: string;
  /** Absent: a placeholder or a reference of the shell. */
  readonly endpoint?: string;
  readonly modelId?: string;
  readonly secretsVia: "environment" | "arguments";
  readonly hasOutput: boolean;
  /** What it is told to expect at the same time. */
  readonly decoders?: number;
  readonly keyProblems: readonly Omit<Problem, "path">[];
  readonly others: readonly Other[];
}

/** `{API_KEY}`, `$KEY`, `${KEY}`, `<key>`: filled in by whoever runs it. */
const PLACEHOLDER = /^(?:\{.*\}|\$.*|<.*>|%.*%)?$/;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Given extends Assignment {
  readonly via: "environment" | "arguments";
}

/** Reads words and variables alike: their names are the same, in any case, with `__` or `:`. */
export function readSettings({ words, environment }: FoundContainer): FoundSettings {
  const given: readonly Given[] = [
    ...words.map((word) => ({ ...readAssignment(word), via: "arguments" as const })),
    ...environment.map((variable) => ({ ...variable, via: "environment" as const })),
  ];
  const find = (name: string): Given | undefined => given.find((one) => keyOf(one) === name);
  const literal = (name: string): string | undefined => {
    const value = find(name)?.value ?? "";
    return PLACEHOLDER.test(value) || (holdsSecret(value) && !GUID.test(value)) ? undefined : value;
  };
  const [eula, endpoint, modelId] = ["eula", "billing", "modelid"].map(literal);
  const decoders = Number(literal(DECODERS) ?? 0);
  const secrets = given.filter((one) => isSecret(one));
  return {
    ...(eula === undefined ? {} : { eula }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(modelId === undefined ? {} : { modelId }),
    secretsVia: find("apikey")?.via ?? "environment",
    hasOutput: find("mounts:output") !== undefined,
    ...(decoders > 0 ? { decoders } : {}),
    keyProblems: secrets.map(({ name }) => ({
      code: "SPC310" as const,
      level: "warning" as const,
      message: `${shownName(name)} has a key in the clear, which is not repeated here`,
      hint: "regenerate it if others could read it; the account's key is wired for you",
    })),
    others: given
      .filter((one) => !CARRIED.has(keyOf(one)))
      .map(({ name }) => ({ what: shownName(name), why: whyNot(name) })),
  };
}

const DECODERS = decoderSetting.value.toLowerCase();
const CARRIED = new Set(["eula", "billing", "apikey", "modelid", "mounts:output", DECODERS]);

const keyOf = ({ name }: Assignment): string => name.toLowerCase().replaceAll("__", ":");

function isSecret(one: Given): boolean {
  const { value = "" } = one;
  if (PLACEHOLDER.test(value)) return false;
  return /(?:apikey|password|creds|instrumentationkey)$/.test(keyOf(one)) || holdsSecret(value);
}

/** A word without `=` may be anything, a key as well. */
function shownName(name: string): string {
  return holdsSecret(name) ? "a setting" : name;
}

function whyNot(name: string): string {
  return /sentiment/i.test(name)
    ? "write sentiment: for a Text Analytics account or a container of your own"
    : "no key of a configuration that adopt knows says it";
}
