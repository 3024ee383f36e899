import { CHECKED_ON, describeMemory, describeSize } from "../domain";
import { labelled } from "./columns";
import type { ContainerExplanation, ExplainedSetting, ExplainedSource } from "./explanation";

const WIDTH = 80;
const INDENT = "  ";
const LABEL_WIDTH = 12;
const SIZE_WIDTH = 19;

/**
 * `explain <container>` within 80 columns; only the image and what cannot be broken may be longer.
 * Programs start at the left edge: Python that is pasted must.
 */
export function renderExplanation(
  explanation: ContainerExplanation,
  options: { readonly sources?: boolean } = {},
): string {
  const { name, function: functionName, version, voice, locale, language, site } = explanation;
  const serves = voice ?? locale ?? language;
  const title = [name, `${functionName} ${version}`, ...(serves === null ? [] : [serves]), `site ${site}`];
  return [
    ...labelled("", title.join(" · "), { labelWidth: 0, width: WIDTH }),
    "",
    ...rowsOf(explanation).flatMap(([label, text]) =>
      labelled(`${INDENT}${label}`, text, { labelWidth: LABEL_WIDTH, width: WIDTH }),
    ),
    "",
    ...commandLines(...explanation.dockerRunsOfDisplayModels, explanation.dockerRunOfLicense, explanation.dockerRun),
    ...explanation.clients.flatMap(({ text }) => ["", ...text.trimEnd().split("\n")]),
    ...(options.sources === true ? ["", ...sourceLines(explanation.sources)] : []),
    "",
  ].join("\n");
}

/** Steps stand before the container that needs them. */
function commandLines(...commands: readonly (string | null)[]): readonly string[] {
  return commands
    .flatMap((command) => (command === null ? [] : ["", ...command.split("\n").map((line) => `${INDENT}${line}`)]))
    .slice(1);
}

function rowsOf(explanation: ContainerExplanation): readonly (readonly [label: string, text: string])[] {
  const {
    urls,
    port,
    reach,
    modelId,
    baseModels,
    settings,
    ssmlVoice,
    needs,
    reaches,
    pullsFrom,
    retired,
    unverified,
  } = explanation;
  return [
    ...sizeRows(explanation),
    ["image", inTwoWords(explanation.image)],
    ["listens", `${urls.host}  (container port ${port.container}, ${reach})`],
    ...unverified.map((fact) => ["", `unverified: ${fact}`] as const),
    ...(modelId === null ? [] : [["model", modelId] as const]),
    ...(baseModels === null ? [] : [["", baseModels] as const]),
    ...mountRows(explanation),
    ...sentimentRows(explanation),
    ...(ssmlVoice === null ? [] : [["speaks", `in SSML as ${ssmlVoice}`] as const]),
    ["needs", needs.length > 0 ? `443 to ${needs.join(", ")}` : "no connection: its licence is fetched beforehand"],
    ...reaches.map((reached) => ["", reachedText(reached)] as const),
    ["", `its engine to pull: 443 to ${pullsFrom.join(", ")}`],
    ...settings.map((setting, index) => [index === 0 ? "settings" : "", settingText(setting)] as const),
    ...(retired === null ? [] : [["retired", retired] as const]),
  ];
}

function reachedText({ host, port, purpose }: ContainerExplanation["reaches"][number]): string {
  return `${port === null ? "" : `${port} to `}${host} (${purpose})`;
}

function sentimentRows({
  sentiment,
  network,
}: ContainerExplanation): readonly (readonly [label: string, text: string])[] {
  const asked = sentiment?.results.map(({ property, place }) => `${property} (${place})`).join(", ");
  return [
    ...(sentiment === null
      ? []
      : ([
          ["sentiment", `from ${sentiment.container ?? "the cloud"}: ${sentiment.host}`],
          ["", `in results that ask for it by ${asked ?? ""}`],
        ] as const)),
    ...(network === null
      ? []
      : ([["network", `${network}, where names are known; by hand: docker network create ${network}`]] as const)),
  ];
}

function mountRows({ mounts, modelId, foldersOf }: ContainerExplanation): readonly (readonly [string, string])[] {
  const places = mounts.map(
    ({ type, source, target }) => `in ${type === "volume" ? "volume " : ""}${source} at ${target}`,
  );
  const owner = foldersOf === null ? [] : [`folders of the host must be writable for ${foldersOf} of the image`];
  return [...places, ...owner].map((text, index) => [index === 0 && modelId === null ? "mounts" : "", text] as const);
}

function settingText({ name, value, via, meaning }: ExplainedSetting): string {
  const where = via === "environment" ? " (environment)" : "";
  return `${name}=${value}${where}: ${meaning ?? "given as it was written"}`;
}

function sizeRows({ size }: ContainerExplanation): readonly (readonly [string, string])[] {
  return [
    ["size", `${describeSize(size).padEnd(SIZE_WIDTH)}${size.reason}`],
    ...(size.expected?.steps ?? []).map(({ text, sources }) => ["", text + cited(sources)] as const),
    ...(size.modelMemoryMiB === 0
      ? []
      : [["", `and ${describeMemory(size.modelMemoryMiB)} of the engine for the model, beyond the limit`] as const]),
    ...(size.belowMinimum === undefined ? [] : [["", `below the minimum: ${size.belowMinimum}`] as const]),
  ];
}

/** ` (M2, M9)`. */
function cited(sources: readonly string[]): string {
  return sources.length === 0 ? "" : ` (${sources.join(", ")})`;
}

function sourceLines(sources: readonly ExplainedSource[]): readonly string[] {
  const facts = sources.map(
    ({ fact, documents }) => `${INDENT}${fact.padEnd(24)}${documents.map(({ id }) => id).join(", ")}`,
  );
  const documents = new Map(sources.flatMap((source) => source.documents).map((document) => [document.id, document]));
  return [
    `Sources, compared on ${CHECKED_ON}`,
    ...facts,
    "",
    ...[...documents.values()].flatMap(({ id, title, date }) =>
      labelled(`${INDENT}${id}`, `${title} (${date})`, { labelWidth: 6, width: WIDTH }),
    ),
  ];
}

/** A long image goes on below its repository's folder: in a row it is read, in the command it is pasted. */
function inTwoWords(image: string): string {
  const folderEnd = image.lastIndexOf("/") + 1;
  return image.length + LABEL_WIDTH <= WIDTH ? image : `${image.slice(0, folderEnd)} ${image.slice(folderEnd)}`;
}
