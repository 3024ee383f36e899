import type { ContainerRequest } from "../../domain";
import type { Other } from "./found";
import { type Shared, refusalOf } from "./plan-one";

/** One thing more that a container has. */
export interface Addition {
  /** The name of the setting; never its value. */
  readonly what: string;
  readonly to: (container: ContainerRequest) => ContainerRequest;
}

/** What a part of the settings becomes, and what of it has no place. */
export interface Reading {
  readonly additions: readonly Addition[];
  readonly others: readonly Other[];
}

/** The container with each addition that the planner takes, and a note on each that it refuses. */
export function addFitting(
  base: ContainerRequest,
  additions: readonly Addition[],
  shared: Shared,
  notCarried: Other[],
): ContainerRequest {
  if (refusalOf(base, shared) !== undefined) {
    notCarried.push(
      ...additions.map(({ what }) => ({ what, why: "the container cannot be planned as it is; see its problems" })),
    );
    return base;
  }
  return additions.reduce((container, { what, to }) => {
    const more = to(container);
    const refusal = refusalOf(more, shared);
    if (refusal === undefined) return more;
    notCarried.push({ what, why: `it does not fit here; ${refusal.hint} (${refusal.code})` });
    return container;
  }, base);
}
