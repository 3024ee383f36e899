import { EngineError } from "./error";
import { randomId } from "./ids";
import type { ContainerRecord, EngineRecord, PortBinding } from "./records";

const isAny = (address: string): boolean => address === "" || address === "0.0.0.0";

const sameNumber = (one: PortBinding, other: PortBinding): boolean =>
  one.host === other.host && one.protocol === other.protocol;

const clash = (one: PortBinding, other: PortBinding): boolean =>
  sameNumber(one, other) && (isAny(one.address) || isAny(other.address) || one.address === other.address);

const refused = ({ settings }: ContainerRecord, reason: string): EngineError =>
  new EngineError(
    `driver failed programming external connectivity on endpoint ${settings.name} (${randomId()}): ${reason}`,
  );

export const portTaken = (container: ContainerRecord, { address, host }: PortBinding): EngineError =>
  refused(container, `Bind for ${address || "0.0.0.0"}:${host} failed: port is already allocated`);

/** The engine counts ports by address; that any address and one of them clash is found out by the system. */
function clashOf(container: ContainerRecord, asked: PortBinding, other: PortBinding): EngineError {
  const address = asked.address || "0.0.0.0";
  if (address === (other.address || "0.0.0.0")) return portTaken(container, asked);
  const reason = `listen ${asked.protocol}4 ${address}:${asked.host}: bind: address already in use`;
  return refused(container, `Error starting userland proxy: ${reason}`);
}

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
    }
    const rival = [...taken, ...bound].find((other) => clash(binding, other));
    if (rival) throw clashOf(container, binding, rival);
    bound.push(binding);
  }
  return bound;
}
