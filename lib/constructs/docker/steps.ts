import { Container, type ContainerConfig } from "@cdktf/provider-docker/lib/container";
import type { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { dependable } from "cdktf";
import type { Construct } from "constructs";
import type { ContainerPlan } from "../../domain/plan";
import { stepsOf } from "../../domain/steps";
import { type ContainerWiring, translateAfter, translateStep } from "./translate";

/** The steps of a container as Terraform resources. */
export interface RenderedSteps {
  /** Each fetches display models. */
  readonly displaySteps: readonly Container[];
  /** Fetches the licence of a disconnected container. */
  readonly licenseStep?: Container;
  /** What makes the container start after them. */
  readonly after: Pick<ContainerConfig, "lifecycle">;
}

interface StepsWiring extends ContainerWiring {
  readonly provider?: DockerProvider;
}

/** Renders what runs once before a container starts: one step after the other, since they write into one folder. */
export function renderSteps(
  scope: Construct,
  container: ContainerPlan,
  { provider, ...wiring }: StepsWiring,
  idOf: (id: string) => string,
): RenderedSteps {
  const rendered = stepsOf(container).map((step) => {
    const resource = new Container(scope, idOf(step.id), { ...translateStep(step, wiring), provider });
    return { step, resource };
  });
  rendered.forEach(({ resource }, index) => {
    const before = rendered[index - 1];
    if (before !== undefined) {
      resource.dependsOn = [dependable(before.resource)];
    }
  });
  const license = rendered.find(({ step }) => step.fetches === "the licence")?.resource;
  return {
    displaySteps: rendered.flatMap(({ resource }) => (resource === license ? [] : [resource])),
    ...(license === undefined ? {} : { licenseStep: license }),
    after: translateAfter(
      container,
      rendered.map(({ step, resource }) => ({ step, stepId: resource.friendlyUniqueId })),
    ),
  };
}
