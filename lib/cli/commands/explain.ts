import type { ContainerPlan, DeploymentPlan, SitePlan } from "../../domain";
import { nearest } from "../../domain/nearest";
import { problemCatalogue } from "../../domain/problem-catalogue";
import { CommandFailure } from "../command-failure";
import { planOf } from "../config";
import { writeJson, type Action, type Invocation } from "../invocation";
import { readClientProgram } from "../package";
import { openProject } from "../project";
import { renderRule } from "../rule-text";
import { columns } from "../text";

export const explain: Action = (invocation) => {
  const [word] = invocation.words;
  if (word !== undefined && /^spc\d*$/i.test(word)) explainProblem(word, invocation);
  else if (word !== undefined && /^(?:acc|ctr|img|pln|wvr)-\d*$/i.test(word)) explainRule(word, invocation);
  else {
    const plan = planOf(openProject(invocation), invocation.terminal);
    if (word === undefined) listContainers(plan, invocation);
    else explainContainers(plan, word, invocation);
  }
  return Promise.resolve(0);
};

function explainProblem(word: string, { options, terminal }: Invocation): void {
  const { explainCode, renderCode } = loadRender();
  const explanation = explainCode(word);
  if (explanation === undefined) throw unknownName(word, "code", Object.keys(problemCatalogue));
  if (options.json) writeJson(terminal, explanation);
  else terminal.write(renderCode(explanation));
}

function explainRule(word: string, { options, terminal }: Invocation): void {
  const { describeRule, ruleDescriptions, rules } = require("../../checks") as typeof import("../../checks");
  const rule = describeRule(word);
  if (rule === undefined) {
    const near = nearest(
      word.toUpperCase(),
      ruleDescriptions.map(({ id }) => id),
    );
    const hint = near.length > 0 ? `nearest: ${near.join(", ")}` : "docs/checks.md lists the rules";
    throw new CommandFailure("SPC623", `"${word}" is not a rule of check`, hint);
  }
  if (options.json) writeJson(terminal, rule);
  else {
    const waivable = rules.some(({ id }) => id === rule.id);
    terminal.write(renderRule(rule, { width: terminal.width, waivable }));
  }
}

function explainContainers(plan: DeploymentPlan, word: string, { options, terminal }: Invocation): void {
  const { explainContainer, renderExplanation } = loadRender();
  const found = everyContainer(plan).filter(({ names }) => names.includes(word));
  if (found.length === 0)
    throw unknownName(
      word,
      "container",
      everyContainer(plan).flatMap(({ names }) => names),
    );
  const explanations = found.map(({ site, container }) => explainContainer(site, container, readClientProgram));
  if (options.json) writeJson(terminal, explanations);
  else terminal.write(explanations.map((each) => renderExplanation(each, { sources: options.sources })).join("\n"));
}

function listContainers(plan: DeploymentPlan, { options, terminal }: Invocation): void {
  const { explainContainer } = loadRender();
  const all = everyContainer(plan);
  if (options.json) {
    writeJson(
      terminal,
      all.map(({ site, container }) => explainContainer(site, container, readClientProgram)),
    );
    return;
  }
  const rows = all.map(({ names: [, long = ""], container }) => [
    plan.layout === "sites" ? long : container.name,
    container.function,
    container.voice ?? container.modelId ?? container.locale ?? container.language ?? "",
    container.urls.host,
  ]);
  terminal.write(
    `${columns(rows, terminal.width)}\n\n  speech-containers explain ${all[0]?.container.name ?? "<name>"}   says more about one\n`,
  );
}

/** Each container with the names that it goes by: its own, and `site/name`. */
function everyContainer(
  plan: DeploymentPlan,
): readonly { readonly names: readonly string[]; readonly site: SitePlan; readonly container: ContainerPlan }[] {
  return loadRender()
    .containersOf(plan)
    .map(({ site, container }) => ({ names: [container.name, `${site.name}/${container.name}`], site, container }));
}

function unknownName(word: string, kind: "container" | "code", known: readonly string[]): CommandFailure {
  const near = [...new Set(nearest(word.toLowerCase() === word ? word : word.toUpperCase(), known))];
  const hint = near.length > 0 ? `nearest: ${near.join(", ")}` : "explain without a name lists the containers";
  return new CommandFailure(
    "SPC623",
    `"${word}" is not a ${kind === "code" ? "problem code" : "container of this configuration"}`,
    hint,
  );
}

function loadRender(): typeof import("../../render") {
  return require("../../render") as typeof import("../../render");
}
