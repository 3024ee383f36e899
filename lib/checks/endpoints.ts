import { functionOfRepository } from "../domain/known-images";
import { ANY_ADDRESS, isLoopback } from "../domain/ports";
import { imageBefore, objects } from "./before";
import { catalogueEntry } from "./image-uses";
import type { PlanView, ResourceView } from "./plan-view";
import { knownValue } from "./reading";
import type { ContainerView } from "./views/container";
import { parseImageName } from "./views/image-name";

const HTTP = "http";

/** What clients take as host of a container after an apply; undefined while it is not known, or without a port. */
export function endpointAfter({ resource, ports, owner }: ContainerView): string | undefined {
  if (resource.after === undefined) return undefined;
  const [port] = knownValue(ports) ?? [];
  const external = port === undefined ? undefined : knownValue(port.external);
  if (port === undefined || external === undefined) return undefined;
  const protocol = catalogueEntry(owner)?.hostProtocol.value ?? HTTP;
  return `${protocol}://${hostOf(resource, knownValue(port.ip))}:${external}`;
}

/** What clients take as host now. Of an image that the plan does not name, the new one tells the protocol. */
export function endpointBefore(plan: PlanView, { resource, owner: newOwner }: ContainerView): string | undefined {
  const [port] = objects(resource.before?.["ports"]);
  if (port === undefined || typeof port["external"] !== "number") return undefined;
  const image = parseImageName(imageBefore(plan, resource) ?? "");
  const owner = image === undefined ? newOwner : functionOfRepository(image.repository);
  const protocol = catalogueEntry(owner)?.hostProtocol.value ?? HTTP;
  const address = typeof port["ip"] === "string" ? port["ip"] : undefined;
  return `${protocol}://${hostOf(resource, address)}:${port["external"]}`;
}

/** The name that the stack says, else the address of the port. */
function hostOf({ facts }: ResourceView, address = ANY_ADDRESS): string {
  const advertised = facts.engine?.["advertise"];
  if (typeof advertised === "string") return advertised;
  return isLoopback(address) || address === ANY_ADDRESS ? "localhost" : address;
}
