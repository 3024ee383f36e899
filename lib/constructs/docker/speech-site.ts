import { Container } from "@cdktf/provider-docker/lib/container";
import { Image } from "@cdktf/provider-docker/lib/image";
import { Network } from "@cdktf/provider-docker/lib/network";
import type { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { dependable } from "cdktf";
import type { Construct } from "constructs";
import { fnv1a64 } from "../../domain/fingerprint";
import { type ImageReference, renderReference } from "../../domain/image";
import type { ContainerPlan, SitePlan } from "../../domain/plan";
import type { ISpeechAccount, ITextAnalyticsAccount } from "../account";
import { tellFacts } from "./container-facts";
import { renderSteps } from "./steps";
import { type Secrets, translateContainer, translateImage, translateNetwork } from "./translate";

/** A container as planned and as a Terraform resource. */
export interface PlannedContainer {
  readonly plan: ContainerPlan;
  readonly image: Image;
  /** The container that fetches the licence of a disconnected one and ends. */
  readonly licenseStep?: Container;
  /** The containers that fetch its display models and end. */
  readonly displaySteps: readonly Container[];
  readonly resource: Container;
}

/** The resources of one engine. */
export interface PlannedSite {
  readonly network: Network;
  /** By configured name, in the plan's order. */
  readonly containers: Readonly<Record<string, PlannedContainer>>;
}

export interface SiteWiring {
  readonly account: ISpeechAccount;
  /** @default - none: nothing in the plan refers to it */
  readonly textAnalytics?: ITextAnalyticsAccount;
  /** @default - licences come from `account` */
  readonly licenseAccount?: ISpeechAccount;
  /** @default - the stack's only docker provider */
  readonly provider?: DockerProvider;
  /** @default - no container of the site has secrets beside its key */
  readonly secretsOf?: (container: string) => Secrets;
}

/**
 * Renders a site's plan below a scope: one network, one image for each distinct reference, the containers.
 * Construct ids come from configured names and image references, never from positions. Names of containers hold no
 * underscore, the other ids do, so they never meet.
 */
export function renderSite(scope: Construct, plan: SitePlan, site: SiteWiring): PlannedSite {
  const { account, textAnalytics, licenseAccount, provider, secretsOf } = site;
  const network = new Network(scope, "speech_network", { ...translateNetwork(plan.networkName), provider });
  const networkName = network.name;
  const images = new Map<string, { readonly image: Image; readonly imageId: string }>();
  const imageOf = (reference: ImageReference) => {
    const name = renderReference(reference);
    let known = images.get(name);
    if (known === undefined) {
      const image = new Image(scope, imageIdentifier(reference), { ...translateImage(reference), provider });
      // Each read of an attribute makes a token: one for all containers of the image.
      known = { image, imageId: image.imageId };
      images.set(name, known);
    }
    return known;
  };
  const containers: Record<string, PlannedContainer> = {};
  for (const container of plan.containers) {
    const { image, imageId } = imageOf(container.image);
    const secrets = secretsOf?.(container.name);
    const wiring = { imageId, networkName, account, textAnalytics, licenseAccount, secrets };
    const { after, ...steps } = renderSteps(
      scope,
      container,
      { ...wiring, provider },
      (id) => `${container.name}_${id}`,
    );
    const config = { ...translateContainer(container, wiring), ...after };
    const resource = new Container(scope, container.name, { ...config, provider });
    tellFacts(resource, container);
    containers[container.name] = { plan: container, image, ...steps, resource };
  }
  for (const { plan: container, resource } of Object.values(containers)) {
    const companion = container.sentiment?.from === "container" && containers[container.sentiment.container];
    if (companion) {
      startAfter(resource, companion.resource);
    }
  }
  return { network, containers };
}

/** Only the order: a companion that is replaced keeps its name, so those who call it stay. */
export function startAfter(resource: Container, companion: Container): void {
  resource.dependsOn = [dependable(companion)];
}

/** Readable, and different for different references: `speech-to-text_4-12-0-amd64-en-us_1a2b3c4d`. */
function imageIdentifier(reference: ImageReference): string {
  const words = [reference.repository.split("/").at(-1), reference.tag].map((part) => part?.replaceAll(/[^\w-]/g, "-"));
  return [...words, fnv1a64(renderReference(reference)).slice(0, 8)].join("_");
}
