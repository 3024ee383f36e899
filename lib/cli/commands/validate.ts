import { counted } from "../../domain/words";
import { readConfig, tableOf } from "../config";
import { writeJson, type Action } from "../invocation";
import { openProject } from "../project";

export const validate: Action = (invocation) => {
  const { options, terminal, words } = invocation;
  const { file, problems, plan } = readConfig(openProject(invocation, words[0]));
  if (options.json) {
    const { problemsJson } = require("../../config") as typeof import("../../config");
    writeJson(terminal, problemsJson(problems));
  } else if (plan === undefined) terminal.complain(`${tableOf(file, problems, terminal)}\n`);
  else if (problems.length > 0) terminal.write(`${tableOf(file, problems, terminal)}\n`);
  else {
    const containers = plan.sites.reduce((sum, site) => sum + site.containers.length, 0);
    terminal.write(
      `${file}: no problems, ${counted(containers, "container")} on ${counted(plan.sites.length, "site")}\n`,
    );
  }
  return Promise.resolve(plan === undefined ? 2 : 0);
};
