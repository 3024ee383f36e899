import type { TerraformElement } from "cdktf";
import type { ContainerFacts } from "../lib/constructs/docker/container-facts";
import type { EnginePlan } from "../lib/domain/plan";
import type { SourcePlace } from "../lib/domain/problems";
import { PlainData } from "./plain-data";

/**
 * What a finding needs to name the user's line, and what Terraform does not know of a resource. It stands in the
 * comment (`//`) of each resource of the synthesized JSON: CDKTF rewrites `//.metadata` and keeps the keys beside it (of resources; comments of data sources it rewrites whole).
 */
export function annotateOrigin(element: TerraformElement, place: SourcePlace | undefined, speech?: SpeechFacts): void {
  if (place !== undefined) {
    element.addOverride("//.source", `${place.file}:${place.line}:${place.column}`);
  }
  if (speech !== undefined) {
    element.addOverride("//.speech", new PlainData(speech));
  }
}

/** `//.speech` of a resource; what does not hold is left out. */
export interface SpeechFacts extends ContainerFacts {
  readonly profile: string;
  readonly engine?: EngineFacts;
}

/** What is declared of an engine; memory in MiB. */
export interface EngineFacts {
  readonly host?: string;
  readonly advertise: string;
  readonly cores?: number;
  readonly memory?: number;
  readonly avx2?: boolean;
  readonly reserved?: { readonly cores: number; readonly memory: number };
}

export function engineFacts({ host, advertise, cores, memoryMiB, avx2, reserved }: EnginePlan): EngineFacts {
  return {
    ...(host === undefined ? {} : { host }),
    advertise,
    ...(cores === undefined ? {} : { cores }),
    ...(memoryMiB === undefined ? {} : { memory: memoryMiB }),
    ...(avx2 === undefined ? {} : { avx2 }),
    ...(reserved === undefined ? {} : { reserved: { cores: reserved.cores, memory: reserved.memoryMiB } }),
  };
}
