import {
  baseModelsIn,
  isGoodDownload,
  isGoodQuery,
  lastLines,
  planDisplayDownload,
  planDisplayModelDownload,
  planModelDownload,
  planModelQuery,
  type BaseModel,
  type ContainerPlan,
  type DeploymentPlan,
  type JobEnd,
  type JobPlan,
  type SitePlan,
} from "../../domain";
import { nearest } from "../../domain/nearest";
import { counted } from "../../domain/words";
import { accountAccess } from "../account-access";
import { CommandFailure } from "../command-failure";
import { planOf } from "../config";
import { prepare } from "../deployment";
import { engineDoors } from "../engine-doors";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Invocation } from "../invocation";
import { jobOrRefuse, runOneShot } from "../one-shot";
import { openProject } from "../project";
import { stepsOn, type Step } from "../steps";
import type { Terminal } from "../terminal";
import { columns } from "../text";

interface Place {
  readonly site: SitePlan;
  readonly container: ContainerPlan;
}

export const listModels: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const locale = words[0] ?? "";
  const types = typesOf(options.display);
  const plan = planOf(openProject(invocation), terminal);
  const place = options.container === undefined ? firstCustom(plan) : placeOf(plan, options.container);
  const job = jobOrRefuse(planModelQuery(place.container, locale, types));
  const step = begin(invocation, "model list");
  const end = await run(invocation, { plan, place, job, step, what: `models of ${locale}` });
  if (!isGoodQuery(end)) throw failed(job, end);
  const models = baseModelsIn(end.lines);
  if (options.json) writeJson(terminal, { locale, models, lines: end.lines });
  else terminal.write(`\n${types.length > 0 ? end.lines.join("\n") : renderModels(models, locale, terminal)}\n`);
  return 0;
};

export const downloadModel: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const plan = planOf(openProject(invocation), terminal);
  const place = placeOf(plan, words[0] ?? "");
  const jobs = downloadsOf(place.container, invocation);
  const step = begin(invocation, "model download");
  for (const job of jobs) {
    const what = `${place.container.name}: ${[...job.words, ...job.settings.slice(0, 1).map(({ name }) => name)].join(" ")}`;
    const end = await run(invocation, { plan, place, job, step, what });
    if (!isGoodDownload(end)) throw failed(job, end);
  }
  const [mount] = place.container.mounts;
  if (options.json) writeJson(terminal, { container: place.container.name, kept: mount });
  else terminal.write(`\n  kept in  ${mount?.type} ${mount?.source}\n`);
  return 0;
};

/** The container's own model, unless display models are asked for. */
function downloadsOf(container: ContainerPlan, { options }: Invocation): readonly JobPlan[] {
  const types = typesOf(options.display);
  const ids = [options.displayModel ?? []].flat().map((word) => word.split("="));
  if (types.length > 0 && options.locale === undefined) {
    throw new CommandFailure("SPC620", "--display needs a locale", "add --locale, such as --locale en-US");
  }
  if (types.length === 0 && ids.length === 0) return [jobOrRefuse(planModelDownload(container))];
  return [
    ...(types.length > 0 ? [jobOrRefuse(planDisplayDownload(container, options.locale ?? "", types))] : []),
    ...ids.map(([type = "", id = ""]) => jobOrRefuse(planDisplayModelDownload(container, type, id))),
  ];
}

function begin({ options, terminal }: Invocation, heading: string): Step {
  const quiet = options.json === true;
  if (!quiet) writeHeading(terminal, heading, { sandbox: options.sandbox === true });
  return stepsOn(terminal, { quiet });
}

interface Work {
  readonly plan: DeploymentPlan;
  readonly place: Place;
  readonly job: JobPlan;
  readonly step: Step;
  readonly what: string;
}

async function run(invocation: Invocation, { plan, place, job, step, what }: Work): Promise<JobEnd> {
  const project = openProject(invocation);
  const silent: Step = stepsOn(invocation.terminal, { quiet: true });
  const deployment = await prepare(invocation, project, silent, { startSandbox: false });
  const access = await accountAccess(deployment, plan);
  const open = await engineDoors(invocation, project);
  return step("job", async (say) => {
    const value = await runOneShot(job, { open, engine: place.site.engine, access, onLine: say });
    return { value, text: what };
  });
}

function failed(job: JobPlan, end: JobEnd): Error {
  return new CommandFailure(
    "SPC644",
    `${job.name} ended with exit code ${end.exitCode} before its work was done`,
    "mend what its last lines name",
    lastLines(end),
  );
}

function placesOf({ sites, layout }: DeploymentPlan): readonly (Place & { readonly name: string })[] {
  return sites.flatMap((site) =>
    site.containers.map((container) => ({
      site,
      container,
      name: layout === "sites" ? `${site.name}/${container.name}` : container.name,
    })),
  );
}

function placeOf(plan: DeploymentPlan, name: string): Place {
  const places = placesOf(plan);
  const fitting = places.filter((place) => place.name === name || place.name.endsWith(`/${name}`));
  const [found, another] = fitting;
  if (found !== undefined && another === undefined) return found;
  const names = (found === undefined ? places : fitting).map((place) => place.name);
  const near = found === undefined ? nearest(name, names) : [];
  throw new CommandFailure(
    "SPC623",
    found === undefined
      ? `"${name}" is not a container of this configuration`
      : `"${name}" names more than one container`,
    near.length > 0 ? `nearest: ${near.join(", ")}` : `there are: ${names.join(", ")}`,
  );
}

function firstCustom(plan: DeploymentPlan): Place {
  const found = placesOf(plan).find(({ container }) => container.function === "custom-speech-to-text");
  if (found !== undefined) return found;
  throw new CommandFailure(
    "SPC645",
    "the configuration has no custom-speech-to-text container, whose image lists the models",
    "add one; any model id will do until you know the one that you want",
  );
}

function typesOf(option: string | undefined): readonly string[] {
  return (option ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function renderModels(models: readonly BaseModel[], locale: string, terminal: Terminal): string {
  if (models.length === 0) return `  no base model for ${locale}`;
  const rows = models.map(({ created, id }) => [created.slice(0, 10), id]);
  return [
    columns(rows, terminal.width),
    "",
    `  ${counted(models.length, "base model")} of ${locale}, newest last`,
  ].join("\n");
}
