import type { PlanView, ResourceView } from "./plan-view";
import { remembered } from "../domain/remembered";
import type { RuleContext } from "./rule";
import { isSpeechBefore } from "./speech-before";
import { accountView, isAccount } from "./views/account";
import { type ContainerView, containerView, isSpeechContainer, mayBeSpeechContainer } from "./views/container";
import { imageIndex, imageView } from "./views/image";

type Subjects = Pick<RuleContext, "accounts" | "containers" | "unclear" | "images">;

/** The resources that rules are about, each seen once however many ask. */
export const subjectsOf = remembered((plan: PlanView): Subjects => {
  const containers: ContainerView[] = [];
  const unclear: ContainerView[] = [];
  for (const resource of plan.resources) {
    if (!isPlanned(resource) || resource.type !== "docker_container" || resource.mode !== "managed") continue;
    const container = containerIn(plan)(resource);
    if (isSpeechContainer(container) || isSpeechBefore(plan, resource)) containers.push(container);
    else if (mayBeSpeechContainer(container)) unclear.push(container);
  }
  return {
    images: imagesOf(plan).filter(({ resource }) => resource.mode === "managed"),
    containers,
    unclear,
    accounts: plan.resources
      .filter((resource) => isAccount(resource) && resource.deposed === undefined)
      .map((resource) => accountView(plan, resource)),
  };
});

/** A container of a plan, with its image; one that ends is seen without the values that it had. */
export const containerIn = remembered((plan: PlanView) => {
  const images = imageIndex(imagesOf(plan));
  return remembered((resource: ResourceView) => containerView(plan, resource, images));
});

/** Images that there will be, also those that are only read. */
const imagesOf = remembered((plan: PlanView) =>
  plan.resources
    .filter((resource) => isPlanned(resource) && resource.type === "docker_image")
    .map((resource) => imageView(plan, resource)),
);

function isPlanned({ after, deposed }: ResourceView): boolean {
  return after !== undefined && deposed === undefined;
}
