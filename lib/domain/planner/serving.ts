import type { FunctionEntry } from "../catalogue/types";
import { isGuid } from "../guid";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { quoted } from "../words";

/** Reports a locale, voice, model id or language that the function has no use for. */
export function judgeForbidden(entry: FunctionEntry, request: ContainerRequest, place: Place, report: Report): void {
  for (const key of ["locale", "voice", "modelId", "language"] as const) {
    if (request[key] !== undefined && key !== SERVING_KEYS[entry.serves]) {
      report.error("SPC112", below(place, key), `${key} is not a setting of ${entry.name}`, whyForbidden(entry, key));
    }
  }
}

const SERVING_KEYS = {
  locale: "locale",
  voice: "voice",
  model: "modelId",
  language: "language",
  "any language": undefined,
} as const;

type ServingKey = "locale" | "voice" | "modelId" | "language";

function whyForbidden({ name, serves }: FunctionEntry, key: ServingKey): string {
  if (key === "language") {
    return "delete this line; it is for sentiment containers";
  }
  switch (serves) {
    case "model":
      return "delete this line; the model decides locale and voice";
    case "voice":
      return key === "locale"
        ? "delete this line; the locale is part of the voice's name"
        : "delete this line, or use a custom function";
    case "locale":
      return key === "modelId" ? `delete this line, or use custom-${name}` : "delete this line; it has no voices";
    case "language":
      return "delete this line; language: says what it serves";
    case "any language":
      return "delete this line; one image serves every language";
  }
}

/** The model id of a custom container; undefined if it is missing or wrong. */
export function judgeModelId(request: ContainerRequest, place: Place, report: Report): string | undefined {
  const { modelId } = request;
  if (modelId === undefined) {
    report.error(
      "SPC110",
      below(place, "modelId"),
      `${request.function} needs the id of a model`,
      "add modelId: with the id that the model's page in the portal shows",
    );
    return undefined;
  }
  if (!isGuid(modelId)) {
    report.error(
      "SPC111",
      below(place, "modelId"),
      `${quoted(modelId)} is not a GUID`,
      "copy the id from the model's page, such as 11111111-2222-3333-4444-555555555555",
    );
    return undefined;
  }
  return modelId;
}
