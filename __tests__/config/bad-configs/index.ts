import { brokenYaml } from "./broken-yaml";
import { keysInTheClear } from "./keys-in-the-clear";
import type { BadConfig } from "./parts";
import { severalProblems } from "./several-problems";
import { wrongMeaning } from "./wrong-meaning";
import { wrongShape } from "./wrong-shape";

export const badConfigs: readonly BadConfig[] = [
  ...brokenYaml,
  ...wrongShape,
  ...keysInTheClear,
  ...wrongMeaning,
  ...severalProblems,
];
