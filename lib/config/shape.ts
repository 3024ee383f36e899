import type { z } from "zod";
import type { Problem, ProblemCode, SourcePlace } from "../domain";
import { quoted } from "../domain/words";
import { formatPath } from "./path";
import { accountForms, accountKeys } from "./schema/account";
import { deployment } from "./schema/deployment";
import { cutOut, replaceAt, valueAt, wholeOf } from "./tree";
import { unknownKey } from "./unknown-key";
import { goodValues, missingKey, wrongType } from "./wrong-type";
import { itemAt, type Item, type Path } from "./yaml/item";
import { placeOf } from "./yaml/locate";

export interface Shape {
  readonly problems: readonly Problem[];
  /**
   * Paths of which nobody knows what was meant. What the planner says of them, or of what is below them, would only be
   * a consequence.
   */
  readonly gaps: readonly string[];
}

type Issue = z.core.$ZodIssue;

interface Finding {
  readonly problem: Problem;
  /** What is taken out of the value, or replaced by `instead`, so that the rest can be planned. */
  readonly cut?: Path;
  readonly instead?: unknown;
  readonly gaps: readonly Path[];
  /** The path that an unknown key probably stands for. */
  readonly meant?: string;
}

/** Judges types, known keys and required keys, and takes out of `value` what is wrong. */
export function judgeShape(root: Item, value: unknown): Shape {
  const result = deployment.safeParse(value);
  const findings = (result.error?.issues ?? [])
    .flatMap((issue) => meantIssues(issue, value))
    .flatMap((issue) => findingsOf(issue, root, value));
  for (const { cut, instead } of findings) {
    if (cut && instead !== undefined) {
      replaceAt(value, cut, instead);
    } else if (cut) {
      cutOut(value, cut);
    }
  }
  // What is missing under its right name is there under the wrong one, and mended with it.
  const meant = new Set(findings.map((finding) => finding.meant));
  return {
    problems: findings.map(({ problem }) => problem).filter(({ code, path }) => code !== "SPC011" || !meant.has(path)),
    gaps: findings.flatMap(({ gaps }) => gaps.map((gap) => formatPath(wholeOf(gap)))),
  };
}

/** Of a value with several forms: what is wrong with it in the form that is meant. */
function meantIssues(issue: Issue, value: unknown): readonly Issue[] {
  if (issue.code !== "invalid_union") {
    return [issue];
  }
  const input = valueAt(value, asPath(issue.path));
  const form = meantForm(issue.path, issue.errors, input);
  return form
    ? form.flatMap((inner) => meantIssues({ ...inner, path: [...issue.path, ...inner.path] }, value))
    : [issue];
}

function meantForm(path: readonly PropertyKey[], forms: readonly (readonly Issue[])[], input: unknown) {
  const fitting = forms.filter((issues) => !issues.some((issue) => issue.path.length === 0 && isOfType(issue, input)));
  return isAccount(path) && fitting.length > 0 ? forms[accountForms.indexOf(accountForm(input))] : fitting[0];
}

function isAccount(path: readonly PropertyKey[]): boolean {
  return path.length === 1 && accountKeys.includes(path[0]);
}

function accountForm(account: unknown): (typeof accountForms)[number] {
  return accountForms.findLast((key) => valueAt(account, [key]) !== undefined) ?? accountForms[0];
}

/** Whether an issue is about the type of a value. An unknown word where words are expected is the planner's to judge. */
function isOfType(issue: Issue, input: unknown): boolean {
  return (
    issue.code === "invalid_type" ||
    issue.code === "invalid_union" ||
    (issue.code === "invalid_value" && typeof input !== "string")
  );
}

function findingsOf(issue: Issue, root: Item, value: unknown): readonly Finding[] {
  const path = asPath(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKeyFinding(key, path, root, value));
  }
  if (issue.code === "custom") {
    return [ruleFinding(issue, path, root)];
  }
  const input = valueAt(value, path);
  if (!isOfType(issue, input)) {
    return path.at(-1) === "size" ? [sizeFinding(path, String(input), root)] : [];
  }
  const item = itemAt(root, path);
  if (item === undefined && path[0] === "eula") {
    // That nobody accepted the licence has a code of its own, which the planner gives.
    return [];
  }
  if (item === undefined) {
    const parent = itemAt(root, path.slice(0, -1)) ?? root;
    return [{ problem: errorAt("SPC011", path, placeOf(parent), missingKey(path)), gaps: [path] }];
  }
  const words = wrongType(item, path);
  return [{ problem: errorAt("SPC012", path, placeOf(item), words), cut: path, instead: words.instead, gaps: [path] }];
}

/** The words for sizes are the only ones that the planner's request cannot hold when they are wrong. */
function sizeFinding(path: Path, word: string, root: Item): Finding {
  const words = { message: `${quoted(word)} is not a size`, hint: `write ${goodValues(path)}` };
  return {
    problem: errorAt("SPC210", path, placeOf(itemAt(root, path) ?? root), words),
    cut: path,
    instead: {},
    gaps: [path],
  };
}

function unknownKeyFinding(key: string, parent: Path, root: Item, value: unknown): Finding {
  const path = [...parent, key];
  const words = unknownKey(key, parent, isAccount(parent) ? accountForm(valueAt(value, parent)) : undefined);
  const item = itemAt(root, path) ?? root;
  return {
    problem: errorAt(words.code, path, item.keyPlace ?? item.place, words),
    cut: path,
    ...(words.meant === undefined
      ? { gaps: [path] }
      : { gaps: [path, [...parent, words.meant]], meant: formatPath([...parent, words.meant]) }),
  };
}

/** A rule over several keys; the schema says in `params` what to do. */
function ruleFinding(issue: z.core.$ZodIssueCustom, path: Path, root: Item): Finding {
  const { code, hint, gaps = [] } = issue.params as RuleParams;
  const place = placeOf(itemAt(root, path) ?? root);
  return {
    problem: errorAt(code, path, place, { message: issue.message, hint }),
    gaps: gaps.length > 0 ? gaps.map((gap) => [gap]) : [path],
  };
}

interface RuleParams {
  readonly code: ProblemCode;
  readonly hint: string;
  readonly gaps?: readonly string[];
}

function errorAt(
  code: ProblemCode,
  path: Path,
  source: SourcePlace,
  { message, hint }: { readonly message: string; readonly hint: string },
): Problem {
  return { code, level: "error", path: formatPath(path), message, hint, source };
}

/** Symbols are no keys of YAML. */
function asPath(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}
