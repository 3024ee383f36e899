import { modelJobs } from "../catalogue/model-jobs";
import { displayModel, displayTypes, isDisplayLocale } from "../display-models";
import type { DisplayModelsRequest } from "../display-models-request";
import { isGuid } from "../guid";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { isOlder } from "../versions";
import { either, quoted } from "../words";

/** The display models that a container is given; undefined if it is given none, or has no way to fetch them. */
export function chooseDisplayModels(
  functionName: string,
  version: string | undefined,
  { displayModels }: ContainerRequest,
  container: Place,
  report: Report,
): DisplayModelsRequest | undefined {
  if (displayModels === undefined) {
    return undefined;
  }
  const place = below(container, "displayModels");
  const { since } = modelJobs.display.value;
  if (functionName !== "custom-speech-to-text") {
    report.error("SPC274", place, `${functionName} fetches no display models`, "delete this line");
    return undefined;
  }
  if (version !== undefined && isOlder(version, since)) {
    const message = `${functionName} ${version} knows no display models; it does from ${since} on`;
    report.error("SPC274", place, message, "take a later version, or delete this line");
    return undefined;
  }
  judgeLocale(displayModels, place, report);
  judgeTypes(displayModels, place, report);
  judgeIds(displayModels, place, report);
  if (displayModels.renewal?.trim() === "") {
    report.error("SPC207", below(place, "renewal"), "renewal has no words", "write any, such as the month");
  }
  return displayModels;
}

function judgeLocale({ locale, types, ids }: DisplayModelsRequest, place: Place, report: Report): void {
  if (locale === undefined) {
    if (types !== undefined || Object.keys(ids ?? {}).length === 0) {
      report.error("SPC275", place, "no locale is named", "write { locale: en-US, types: [full] }, or ids: by type");
    }
  } else if (!isDisplayLocale(locale)) {
    report.error("SPC101", below(place, "locale"), `${quoted(locale)} is not a locale`, "write it as en-US");
  }
}

function judgeTypes({ locale, types = [] }: DisplayModelsRequest, place: Place, report: Report): void {
  if (locale !== undefined && types.length === 0) {
    const hint = `write types: with one or more of ${displayTypes.join(", ")}`;
    report.error("SPC275", below(place, "types"), `no type of display models of ${quoted(locale)} is named`, hint);
  }
  for (const type of types.filter((one) => displayModel(one) === undefined)) {
    const message = `${quoted(type)} is not a type of display models`;
    report.error("SPC275", below(place, "types"), message, `use ${either(displayTypes)}`);
  }
}

function judgeIds({ ids = {} }: DisplayModelsRequest, place: Place, report: Report): void {
  const types = displayTypes.filter((type) => displayModel(type)?.setting !== undefined);
  for (const [type, id] of Object.entries(ids)) {
    const own = below(below(place, "ids"), type);
    if (!types.includes(type)) {
      report.error("SPC275", own, `there is no id for ${quoted(type)}`, `use ${either(types)}`);
    } else if (!isGuid(id)) {
      const hint = "copy the id from the list of models: model list <locale> --display";
      report.error("SPC111", own, `${quoted(id)} is not a GUID`, hint);
    }
  }
}
