import type { Project } from "./project";

/** The configuration has problems. The table is what people read, the project lets machines get them as data. */
export class ConfigRefused extends Error {
  constructor(
    readonly table: string,
    readonly project: Project,
  ) {
    super("the configuration has problems");
    this.name = "ConfigRefused";
  }
}
