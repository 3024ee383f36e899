import type { TerraformElement } from "cdktf";
import type { ContainerFacts } from "../lib/constructs/docker/container-facts";
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
  readonly engine?: { readonly host?: string; readonly advertise: string };
}
