import type { DeploymentPlan, DeploymentRequest, ImageLock, Problem } from "../domain";
import { planDeployment } from "../domain/planner/deployment";
import { findKeysInTheClear, takeOut } from "./keys-in-the-clear";
import { ordered } from "./order";
import { formatPath } from "./path";
import { resolve } from "./resolve";
import { judgeShape } from "./shape";
import { wholeOf } from "./tree";
import { itemAt, valueOf, type Item } from "./yaml/item";
import { locate } from "./yaml/locate";
import { readYaml } from "./yaml/read";

export interface ConfigResult {
  /** The file as problems name it: relative to the project, with forward slashes. */
  readonly file: string;
  /** Everything that is wrong, errors first, each with its place. */
  readonly problems: readonly Problem[];
  /** What the file asks for; absent when its shape is wrong. */
  readonly request?: DeploymentRequest;
  /** Absent when there is an error among the problems. */
  readonly plan?: DeploymentPlan;
}

/** Judges and plans the text of a configuration. Never throws: whatever is wrong with the text is a problem. */
export function parseConfig(text: string, file: string, lock?: ImageLock): ConfigResult {
  const { root, problems } = readYaml(text.replace(/^\uFEFF/, ""), file);
  if (root?.content.kind === "map") {
    return judge(root, problems, file, lock);
  }
  return { file, problems: problems.length > 0 ? ordered(problems) : [nothingToPlan(root, file)] };
}

function judge(root: Item, yamlProblems: readonly Problem[], file: string, lock?: ImageLock): ConfigResult {
  const value = valueOf(root);
  const keys = findKeysInTheClear(root);
  keys.forEach(({ path }) => takeOut(value, path));
  const shape = judgeShape(root, value);
  const secretPaths = keys.map(({ problem }) => problem.path);
  const shapeProblems = [
    ...yamlProblems,
    ...keys.map(({ problem }) => problem),
    ...shape.problems.filter(({ path }) => !secretPaths.includes(path)),
  ];
  const written = resolve(value as Parameters<typeof resolve>[0], root);
  const request = lock === undefined ? written : { ...written, lock };
  const planned = planDeployment(request);
  const gaps = [...shape.gaps, ...keys.map(({ path }) => formatPath(wholeOf(path)))];
  const plannerProblems = planned.problems
    .map((problem) => ({ ...problem, path: asWritten(problem.path, root) }))
    .filter(({ path }) => !gaps.some((gap) => isPartOf(path, gap)))
    .map((problem) => ({ ...problem, source: locate(root, problem.path) }));
  const problems = ordered([...shapeProblems, ...plannerProblems]);
  return {
    file,
    problems,
    ...(shapeProblems.length === 0 ? { request } : {}),
    ...(shapeProblems.length === 0 && planned.ok ? { plan: planned.plan } : {}),
  };
}

/** The planner gives each site its whole engine; what a site leaves out of it is written above. */
function asWritten(path: string, root: Item): string {
  const [, site, key] = /^sites\.([^.]+)\.engine(?:\.([^.]+).*)?$/.exec(path) ?? [];
  if (site === undefined) {
    return path;
  }
  const step = key === undefined ? [] : [key];
  const isAbove = !itemAt(root, ["sites", site, "engine", ...step]) && itemAt(root, ["engine", ...step]);
  return isAbove ? path.slice(`sites.${site}.`.length) : path;
}

function isPartOf(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}

function nothingToPlan(root: Item | undefined, file: string): Problem {
  const isEmpty = root === undefined || (root.content.kind === "scalar" && root.content.value === null);
  return {
    code: "SPC006",
    level: "error",
    path: "",
    message: isEmpty ? "the file is empty" : "the top of the file is not a map of keys",
    hint: "write at least name, eula, account, and containers or sites",
    source: root?.place ?? { file, line: 1, column: 1 },
  };
}
