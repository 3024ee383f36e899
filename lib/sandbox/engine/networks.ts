import { EngineError } from "./error";
import { randomId } from "./ids";
import type { AddressRange, ContainerRecord, EngineRecord, NetworkRecord, NetworkSettings } from "./records";

const PREDEFINED = ["bridge", "host", "none"] as const;

const bare = { internal: false, attachable: false, ingress: false, ipv6: false, labels: {}, options: {} };

const BRIDGE_OPTIONS = {
  "com.docker.network.bridge.default_bridge": "true",
  "com.docker.network.bridge.enable_icc": "true",
  "com.docker.network.bridge.enable_ip_masquerade": "true",
  "com.docker.network.bridge.host_binding_ipv4": "0.0.0.0",
  "com.docker.network.bridge.name": "docker0",
  "com.docker.network.driver.mtu": "1500",
};

/** The networks that every engine has. */
export const predefinedNetworks = (): NetworkRecord[] =>
  PREDEFINED.map((name) => ({
    ...bare,
    id: randomId(),
    name,
    driver: name === "none" ? "null" : name,
    options: name === "bridge" ? BRIDGE_OPTIONS : {},
    ipamDriver: "default",
    ipamOptions: {},
    scope: "local",
    ranges: name === "bridge" ? [{ ...freeRange([]), gateway: "" }] : [],
  }));

const toNumber = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const toAddress = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");

interface Block {
  readonly first: number;
  readonly size: number;
  readonly prefix: number;
}

function blockOf(subnet: string): Block | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(subnet);
  const prefix = Number(match?.[2]);
  if (!match?.[1] || prefix > 32 || match[1].split(".").some((part) => Number(part) > 255)) return undefined;
  const size = 2 ** (32 - prefix);
  return { first: Math.floor(toNumber(match[1]) / size) * size, size, prefix };
}

const overlap = (one: Block, other: Block): boolean =>
  one.first < other.first + other.size && other.first < one.first + one.size;

/** The next of the engine's own address pools that is free. */
function freeRange(taken: readonly Block[]): AddressRange {
  const sixteens = Array.from({ length: 15 }, (_, index) => `172.${17 + index}.0.0/16`);
  const twenties = Array.from({ length: 16 }, (_, index) => `192.168.${index * 16}.0/20`);
  for (const subnet of [...sixteens, ...twenties]) {
    const block = blockOf(subnet) as Block;
    if (taken.some((other) => overlap(block, other))) continue;
    return { subnet, gateway: toAddress(block.first + 1), ipRange: "", auxAddress: {} };
  }
  throw new EngineError(
    "could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network",
  );
}

const takenBlocks = (engine: EngineRecord): Block[] =>
  engine.networks.flatMap((network) => network.ranges.flatMap((range) => blockOf(range.subnet) ?? []));

export function inspectNetwork(engine: EngineRecord, nameOrId: string): NetworkRecord {
  const byId = engine.networks.find((network) => network.id === nameOrId);
  const [network, ...others] = byId ? [byId] : engine.networks.filter(({ name }) => name === nameOrId);
  if (!network) throw new EngineError(`network ${nameOrId} not found`);
  if (others.length > 0) {
    throw new EngineError(`network ${nameOrId} is ambiguous (${others.length + 1} matches found on name)`);
  }
  return network;
}

export function createNetwork(engine: EngineRecord, settings: NetworkSettings): NetworkRecord {
  if (PREDEFINED.some((name) => name === settings.name)) {
    throw new EngineError(`operation is not permitted on predefined ${settings.name} network`);
  }
  const driver = settings.driver || "bridge";
  if (!["bridge", "macvlan", "ipvlan", "overlay"].includes(driver)) {
    throw new EngineError(`plugin ${JSON.stringify(driver)} not found`);
  }
  const taken = takenBlocks(engine);
  const asked = settings.ranges.filter((range) => range.subnet);
  const ranges = asked.map((range): AddressRange => {
    const subnet = range.subnet ?? "";
    const block = blockOf(subnet);
    if (!block) throw new EngineError(`Invalid subnet ${subnet} : invalid CIDR address: ${subnet}`);
    if (taken.some((other) => overlap(block, other))) {
      throw new EngineError("Pool overlaps with other one on this address space");
    }
    taken.push(block);
    return {
      subnet,
      gateway: range.gateway ?? "",
      ipRange: range.ipRange ?? "",
      auxAddress: range.auxAddress ?? {},
    };
  });
  const network: NetworkRecord = {
    ...settings,
    driver,
    id: randomId(),
    scope: driver === "overlay" ? "swarm" : "local",
    ranges: ranges.length > 0 ? ranges : [freeRange(taken)],
  };
  engine.networks.push(network);
  return network;
}

const isOn = (container: ContainerRecord, network: NetworkRecord): boolean =>
  container.endpoints.some((endpoint) => endpoint.network === network.name && endpoint.address !== "");

export function removeNetwork(engine: EngineRecord, nameOrId: string): void {
  const network = inspectNetwork(engine, nameOrId);
  if (PREDEFINED.some((name) => name === network.name)) {
    throw new EngineError(`${network.name} is a pre-defined network and cannot be removed`);
  }
  if (Object.values(engine.containers).some((container) => isOn(container, network))) {
    throw new EngineError(
      `error while removing network: network ${network.name} id ${network.id} has active endpoints`,
    );
  }
  engine.networks.splice(engine.networks.indexOf(network), 1);
}

/** The next free address of a network; empty where addresses mean nothing, as on the host's network. */
export function nextAddress(engine: EngineRecord, network: NetworkRecord): string {
  const [range] = network.ranges;
  const block = range && blockOf(range.subnet);
  if (!range || !block) return "";
  const used = new Set([
    gatewayOf(range),
    ...Object.values(engine.containers).flatMap(({ endpoints }) =>
      endpoints.filter((endpoint) => endpoint.network === network.name).map((endpoint) => endpoint.address),
    ),
  ]);
  for (let number = block.first + 1; number < block.first + block.size - 1; number += 1) {
    const address = toAddress(number);
    if (!used.has(address)) return address;
  }
  throw new EngineError("no available IPv4 addresses on this network's address pools");
}

/** The address of the engine on a network; the first one where none is asked for. */
export const gatewayOf = (range: AddressRange): string =>
  range.gateway || toAddress((blockOf(range.subnet)?.first ?? 0) + 1);

export const prefixLength = (network: NetworkRecord | undefined): number =>
  blockOf(network?.ranges[0]?.subnet ?? "")?.prefix ?? 0;

/** Docker's hardware address of a container's address. */
export const hardwareAddress = (address: string): string =>
  address === ""
    ? ""
    : `02:42:${address
        .split(".")
        .map((part) => Number(part).toString(16).padStart(2, "0"))
        .join(":")}`;
