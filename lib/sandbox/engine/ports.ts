import { EngineError } from "./error";
import { randomId } from "./ids";
import type { ContainerRecord, EngineRecord, PortBinding } from "./records";

const anyAddress = (address: string): boolean => address === "" || address === "0.0.0.0";

const clash = (one: PortBinding, other: PortBinding): boolean =>
  one.host === other.host &&
  one.protocol === other.protocol &&
  (anyAddress(one.address) || anyAddress(other.address) || one.address === other.address);

export const portTaken = (container: ContainerRecord, { address, host }: PortBinding): EngineError =>
  new EngineError(
    `driver failed programming external connectivity on endpoint ${container.settings.name} (${randomId()}): Bind for ${address || "0.0.0.0"}:${host} failed: port is already allocated`,
  );

/** Where the engine begins to look for a host port when none is asked for. */
const FIRST_FREE_PORT = 49153;

/** The host ports of a container that starts: none may clash with those of a running one. */
export function allocatePorts(engine: EngineRecord, container: ContainerRecord): readonly PortBinding[] {
  const taken = Object.values(engine.containers).flatMap((other) => (other === container ? [] : other.ports));
  const bound: PortBinding[] = [];
  for (const asked of container.settings.ports) {
    let binding = asked;
    if (asked.host === 0) {
      let host = FIRST_FREE_PORT;
      const isTaken = () => [...taken, ...bound].some((other) => clash({ ...asked, host }, other));
      while (isTaken()) host += 1;
      binding = { ...asked, host };
    } else if ([...taken, ...bound].some((other) => clash(asked, other))) {
      throw portTaken(container, asked);
    }
    bound.push(binding);
  }
  return bound;
}
