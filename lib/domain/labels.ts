import { fnv1a64 } from "./fingerprint";
import type { HealthCheckPlan, MountPlan, SettingPlan } from "./plan";

const PREFIX = "speech-containers";

export const FINGERPRINT_LABEL = `${PREFIX}.fingerprint`;
export const FUNCTION_LABEL = `${PREFIX}.function`;
export const NAME_LABEL = `${PREFIX}.name`;
/** Of containers that run once before the one of that name starts. */
const STEP_LABEL = `${PREFIX}.step`;

/** Taking the memory limit away would not reach a running container either; so far every container has one. */
const MEMORY_IS_LIMITED = true;

/** What the Docker provider records in its state but does not apply to a running container (design decision D14). */
export interface Unapplied {
  readonly cores: number;
  readonly mounts: readonly MountPlan[];
  readonly healthCheck?: HealthCheckPlan;
  /** Of these the variables: the provider keeps the old ones when none is left. */
  readonly settings: readonly SettingPlan[];
}

/** Labels of a container. A changed fingerprint replaces it, so that plan and reality stay the same. */
export function planLabels(name: string, functionName: string, unapplied: Unapplied): Readonly<Record<string, string>> {
  return {
    [FINGERPRINT_LABEL]: fingerprintOf(unapplied),
    [FUNCTION_LABEL]: functionName,
    [NAME_LABEL]: name,
  };
}

/** Labels of a step. Its renewal is part of the fingerprint, so another one fetches anew. */
export function planStepLabels(
  step: string,
  name: string,
  functionName: string,
  { mounts, renewal }: { readonly mounts: readonly MountPlan[]; readonly renewal: string | undefined },
): Readonly<Record<string, string>> {
  return {
    [FINGERPRINT_LABEL]: fnv1a64(JSON.stringify([mountsOf(mounts), renewal ?? null])),
    [FUNCTION_LABEL]: functionName,
    [NAME_LABEL]: name,
    [STEP_LABEL]: step,
  };
}

/** The lists fix the order, so the fingerprint does not depend on how the objects were built. */
function fingerprintOf({ cores, mounts, healthCheck, settings }: Unapplied): string {
  const check = healthCheck && [
    healthCheck.test,
    healthCheck.interval,
    healthCheck.timeout,
    healthCheck.startPeriod,
    healthCheck.retries,
  ];
  const variables = settings.flatMap(({ name, value, via }) =>
    via === "environment" && value.kind === "literal" ? [[name, value.text]] : [],
  );
  // Containers without variables keep the fingerprint that they always had: a new one would replace them all.
  const more = variables.length === 0 ? [] : [variables];
  return fnv1a64(JSON.stringify([cores, MEMORY_IS_LIMITED, mountsOf(mounts), check ?? null, ...more]));
}

function mountsOf(mounts: readonly MountPlan[]): readonly unknown[] {
  return mounts.map(({ type, source, target, readOnly }) => [type, source, target, readOnly]);
}
