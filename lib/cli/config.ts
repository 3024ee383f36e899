import type { DeploymentPlan, Problem } from "../domain";
import { ConfigRefused } from "./config-refused";
import type { Project } from "./project";
import type { Terminal } from "./terminal";

export interface ReadConfig {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly plan?: DeploymentPlan;
}

/** Reads the configuration of a project; loads the room only then. */
export function readConfig({ folder, file, environment }: Project): ReadConfig {
  const { loadConfig } = require("../config") as typeof import("../config");
  return loadConfig({ folder, file, env: environment });
}

/** The plan of a project's configuration. Throws {@link ConfigRefused} with the whole table. */
export function planOf(project: Project, terminal: Terminal): DeploymentPlan {
  const { file, problems, plan } = readConfig(project);
  if (plan !== undefined) return plan;
  throw new ConfigRefused(tableOf(file, problems, terminal), project);
}

export function tableOf(file: string, problems: readonly Problem[], terminal: Terminal): string {
  const { problemTable } = require("../config") as typeof import("../config");
  return problemTable(file, problems, { width: terminal.width, colour: terminal.coloured });
}
