import type { ContainerRecord, Endpoint, EngineRecord } from "./records";

/** Networks of the engine itself; on them containers find each other by address, not by name. */
const WITHOUT_NAMES = ["bridge", "host", "none"];

const isOwnName = (name: string): boolean => name === "localhost" || /^127(\.\d+){3}$/.test(name);

const namesOn = ({ id, settings }: ContainerRecord, { network, aliases, address }: Endpoint): readonly string[] =>
  WITHOUT_NAMES.includes(network) ? [address] : [address, settings.name, id.slice(0, 12), ...aliases];

/**
 * The container that a host name means inside another one, as the engine's name service has it: `localhost` is the container
 * itself; names, aliases and addresses count on networks that both have joined, whatever is published. Undefined: nobody.
 */
export function findPeer(
  engine: EngineRecord,
  container: ContainerRecord,
  hostname: string,
): ContainerRecord | undefined {
  const name = hostname.toLowerCase();
  if (isOwnName(name) || name === container.settings.hostname.toLowerCase()) return container;
  const joined = new Set(container.endpoints.filter(({ address }) => address !== "").map(({ network }) => network));
  return Object.values(engine.containers).find((other) =>
    other.endpoints.some(
      (endpoint) =>
        endpoint.address !== "" &&
        joined.has(endpoint.network) &&
        namesOn(other, endpoint).some((known) => known.toLowerCase() === name),
    ),
  );
}
