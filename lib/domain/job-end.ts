import { modelJobs } from "./catalogue/model-jobs";

/** How the run of a job ended. */
export interface JobEnd {
  readonly exitCode: number;
  /** True: it was stopped at the line with which its work is done. */
  readonly done: boolean;
  readonly lines: readonly string[];
}

/** A base model as the container lists it. */
export interface BaseModel {
  readonly locale: string;
  readonly created: string;
  readonly id: string;
}

const BASE_MODEL = /\[Base model\] Locale: (\S+), CreatedDate: (\S+), Id: (\S+)/;

/** The base models that the lines of a query name, oldest first. */
export function baseModelsIn(lines: readonly string[]): readonly BaseModel[] {
  return lines
    .flatMap((line) => {
      const [, locale = "", created = "", id] = BASE_MODEL.exec(line) ?? [];
      return id === undefined ? [] : [{ locale, created, id }];
    })
    .sort((one, other) => (one.created < other.created ? -1 : 1));
}

/** A query ends with a line of level Fatal by design (containers.md 3); its exit code says nothing. */
export function isGoodQuery({ lines }: JobEnd): boolean {
  return lines.some((line) => line.includes(modelJobs.queryEnd.value)) || baseModelsIn(lines).length > 0;
}

/** A download is good when the container went on to serve, or ended by itself without a fault. */
export function isGoodDownload({ done, exitCode }: JobEnd): boolean {
  return done || exitCode === 0;
}

/** What tells most about a run that went wrong: its last lines. */
export function lastLines({ lines }: JobEnd, count = 8): readonly string[] {
  return lines.filter((line) => line.trim() !== "").slice(-count);
}
