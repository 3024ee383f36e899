import { modelJobs, type DisplayModel } from "./catalogue/model-jobs";
import { modelFolder } from "./catalogue/settings-data";
import type { DisplayModelsRequest } from "./display-models-request";
import { planStepLabels } from "./labels";
import type { MountPlan, SettingPlan, StepPlan } from "./plan";
import { type Proxy, planProxy } from "./proxy";
import type { SecretsVia } from "./settings";
import { secretWay, stepAccount } from "./steps";

export const displayTypes: readonly string[] = modelJobs.displayModels.value.map(({ name }) => name);

export function displayModel(type: string): DisplayModel | undefined {
  return modelJobs.displayModels.value.find(({ name }) => name === type);
}

/** The words that ask for types, in their order. */
export function displayWords(types: readonly string[]): readonly string[] {
  return types.flatMap((type) => displayModel(type)?.word ?? []);
}

const LOCALE = /^[a-z]{2,3}-[A-Za-z]{2,4}(?:-[a-z]+)?$/;

/** Whether a word has the form of a locale; which locales have display models, Azure alone knows. */
export function isDisplayLocale(word: string): boolean {
  return LOCALE.test(word);
}

/** What the steps that fetch display models follow from. */
export interface DisplayStepsSource {
  readonly name: string;
  /** Of the container that they are for. */
  readonly engineName: string;
  readonly functionName: string;
  /** Of the container that they are for. */
  readonly mounts: readonly MountPlan[];
  readonly secretsVia: SecretsVia;
  /** The way to Azure. */
  readonly proxy: Proxy | undefined;
  readonly models: DisplayModelsRequest;
}

/**
 * Containers that fetch display models and end, before the one that serves starts. The documents know one id, or the
 * types of one locale, a run.
 */
export function planDisplaySteps(source: DisplayStepsSource): readonly StepPlan[] {
  const { locale, types = [], ids = {} } = source.models;
  const newest =
    locale === undefined ? [] : [stepOf(source, "", displayWords(types), modelJobs.display.value.setting, locale)];
  const byId = Object.entries(ids).flatMap(([type, id]) => {
    const setting = displayModel(type)?.setting;
    return setting === undefined ? [] : [stepOf(source, type, [], setting, id)];
  });
  return [...newest, ...byId];
}

/** The names on the engine of the steps that fetch a container's display models. */
export function displayStepNames(engineName: string, { locale, ids = {} }: DisplayModelsRequest): readonly string[] {
  return [...(locale === undefined ? [] : [""]), ...Object.keys(ids)].map((type) => displayStepName(engineName, type));
}

/** Not the name of a run of `model download`, which would find it taken. */
function displayStepName(engineName: string, type: string): string {
  return `${engineName}-display-models${type === "" ? "" : `-${type}`}`;
}

function stepOf(
  { name, engineName, functionName, mounts: all, secretsVia, proxy, models }: DisplayStepsSource,
  type: string,
  words: readonly string[],
  setting: string,
  text: string,
): StepPlan {
  const mounts = all.filter(({ target }) => target === modelFolder.value);
  const settings: readonly SettingPlan[] = [
    { name: setting, value: { kind: "literal", text }, via: "argument" },
    ...stepAccount("speech", secretsVia),
    ...(proxy === undefined ? [] : planProxy(proxy, secretWay(secretsVia))),
  ];
  const id = type === "" ? "display" : `display_${type}`;
  return {
    id,
    fetches: "display models",
    engineName: displayStepName(engineName, type),
    mounts,
    words,
    settings,
    labels: planStepLabels(id, name, functionName, { mounts, renewal: models.renewal }),
  };
}
