import type { Container } from "@cdktf/provider-docker/lib/container";
import type { ContainerPlan } from "../../domain/plan";

/** What Terraform does not know of a container, and the plan checks ask for: `//.speech` of the resource. */
export interface ContainerFacts {
  readonly front?: string;
  readonly exposed?: string;
  /** Present: the size is planned from what happens at the same time, such as 6 `liveStreams`. */
  readonly expected?: { readonly use: string; readonly count: number };
  readonly acknowledged?: { readonly allowRetired?: true; readonly belowMinimum?: string };
}

/** What does not hold is left out. */
export function containerFacts({ front, exposed, allowRetired, size }: ContainerPlan): ContainerFacts {
  const { belowMinimum, expected } = size;
  const acknowledged = {
    ...(allowRetired ? { allowRetired: true as const } : {}),
    ...(belowMinimum === undefined ? {} : { belowMinimum }),
  };
  return {
    ...(front === undefined ? {} : { front }),
    ...(exposed === undefined ? {} : { exposed }),
    ...(expected === undefined ? {} : { expected: { use: expected.use, count: expected.count } }),
    ...(Object.keys(acknowledged).length === 0 ? {} : { acknowledged }),
  };
}

/** Writes them into the comment of the synthesized resource. */
export function tellFacts(resource: Container, plan: ContainerPlan): void {
  const facts = containerFacts(plan);
  if (Object.keys(facts).length > 0) {
    resource.addOverride("//.speech", facts);
  }
}
