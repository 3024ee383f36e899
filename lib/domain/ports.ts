import { fnv1a32 } from "./fingerprint";
import { compareText } from "./order";

export const LOOPBACK = "127.0.0.1";
export const ANY_ADDRESS = "0.0.0.0";

const HIGHEST_PORT = 65_535;
const FIRST_PORT = 5000;
const PORT_SPREAD = 1000;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

export function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= HIGHEST_PORT;
}

/** An IPv4 literal. The Docker provider binds one address a port; two families in one port never settle. */
export function isAddress(word: string): boolean {
  return IPV4.test(word);
}

export function isLoopback(address: string): boolean {
  return isAddress(address) && address.startsWith("127.");
}

/** Whether two addresses of one host cannot both publish the same port. */
export function overlaps(left: string, right: string): boolean {
  return left === right || left === ANY_ADDRESS || right === ANY_ADDRESS;
}

/** The first port from `start` upwards that is not taken. */
export function freePort(start: number, taken: { has(port: number): boolean }): number | undefined {
  for (let port = start; port <= HIGHEST_PORT; port++) {
    if (!taken.has(port)) {
      return port;
    }
  }
  return undefined;
}

/** Where the search for a container's port starts: decided by its name, not by its position. */
export function startPort(name: string): number {
  return FIRST_PORT + (fnv1a32(name) % PORT_SPREAD);
}

/** A container that needs a port: `id` tells it from the others on the engine. */
export interface PortSeeker {
  readonly id: string;
  readonly name: string;
}

/** A port for each seeker: the first free one from its start upwards. Their order makes no difference. */
export function allocatePorts(
  seekers: readonly PortSeeker[],
  taken: { has(port: number): boolean },
): ReadonlyMap<string, number | undefined> {
  const queue = seekers
    .map(({ id, name }) => ({ id, start: startPort(name) }))
    .sort((left, right) => left.start - right.start || compareText(left.id, right.id));
  const allocated = new Map<string, number | undefined>();
  let next = FIRST_PORT;
  for (const { id, start } of queue) {
    const port = freePort(Math.max(next, start), taken);
    allocated.set(id, port);
    next = (port ?? HIGHEST_PORT) + 1;
  }
  return allocated;
}
