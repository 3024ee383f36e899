import type { JobEnd, JobPlan, JobRefusal, JobResult, PlannedEngine } from "../domain";
import { renderReference } from "../domain/image";
import { scrubber } from "../terraform";
import type { AccountAccess } from "./account-access";
import { CommandFailure } from "./command-failure";
import type { OpenEngine } from "./engine-doors";

/** The plan of a job. @throws CommandFailure with the reason why there is none */
export function jobOrRefuse(result: JobResult): JobPlan {
  if ("job" in result) return result.job;
  const { code, message, hint }: JobRefusal = result.refused;
  throw new CommandFailure(code, message, hint);
}

export interface OneShot {
  readonly open: OpenEngine;
  readonly engine: PlannedEngine;
  readonly access: AccountAccess;
  readonly onLine?: (line: string) => void;
}

/** Runs a job on an engine. What it says comes without the key. */
export async function runOneShot(job: JobPlan, { open, engine, access, onLine }: OneShot): Promise<JobEnd> {
  const scrub = scrubber([access.key]);
  const end = await open(engine).runJob({
    name: job.name,
    image: renderReference(job.image),
    command: [...job.words, ...rendered(job, "argument", access).map(([name, value]) => `${name}=${value}`)],
    variables: Object.fromEntries(rendered(job, "environment", access)),
    mounts: job.mounts,
    ...(job.doneAt === undefined ? {} : { doneAt: job.doneAt }),
    onLine: (line) => onLine?.(scrub(line)),
  });
  return { ...end, lines: end.lines.map(scrub) };
}

function rendered(
  { settings }: JobPlan,
  way: "argument" | "environment",
  { endpoint, key }: AccountAccess,
): readonly (readonly [name: string, value: string])[] {
  return settings
    .filter(({ via }) => via === way)
    .map(({ name, value }) => [
      name,
      value.kind === "literal" ? value.text : value.kind === "endpoint" ? endpoint : key,
    ]);
}
