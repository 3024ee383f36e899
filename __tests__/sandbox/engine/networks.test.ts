import fc from "fast-check";
import type { Engine } from "../../../lib/sandbox/engine";
import { hardwareAddress } from "../../../lib/sandbox/engine/networks";
import { enginesOn, started, temporaryStore } from "../sandbox-world";

let engine: Engine;
let remove: () => void;

beforeEach(() => {
  const temporary = temporaryStore();
  remove = temporary.remove;
  engine = enginesOn(temporary.store).declare("");
  engine.tagImage("sim:1", "one");
});

afterEach(() => remove());

const network = (name: string, subnet?: string) =>
  engine.createNetwork({
    name,
    driver: "",
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    labels: {},
    options: {},
    ipamDriver: "default",
    ipamOptions: {},
    ranges: subnet === undefined ? [] : [{ subnet }],
  });

test("networks without a subnet get ones that do not overlap", () => {
  const subnets = ["a", "b", "c"].map((name) => network(name).ranges[0]?.subnet);
  expect(new Set(["172.17.0.0/16", ...subnets]).size).toBe(4);
});

test.each([
  ["nonsense", "invalid CIDR address: nonsense"],
  ["10.1.0.0/33", "invalid CIDR address"],
  ["172.17.5.0/24", "Pool overlaps"],
])("the subnet %s is refused: %s", (subnet, reason) => {
  expect(() => network("a", subnet)).toThrow(reason);
});

test("a name may be had twice, and means neither then", () => {
  const { id } = network("a");
  network("a");
  expect(() => engine.inspectNetwork("a")).toThrow("network a is ambiguous (2 matches found on name)");
  expect(engine.inspectNetwork(id).name).toBe("a");
});

test("the engine's own networks are not made again", () => {
  expect(() => network("bridge")).toThrow("predefined bridge network");
});

test("containers on a network have addresses of their own in its subnet", async () => {
  network("a", "10.2.0.0/29");
  const ids = [];
  for (const name of ["one", "two", "three"]) ids.push(await started(engine, { name, networkMode: "a" }));
  const addresses = ids.map((id) => engine.inspectContainer(id).endpoints[0]?.address);
  expect(addresses).toEqual(["10.2.0.2", "10.2.0.3", "10.2.0.4"]);
});

test("a hardware address tells the address", () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), (parts) => {
      const told = hardwareAddress(parts.join("."))
        .split(":")
        .slice(2)
        .map((part) => parseInt(part, 16));
      expect(told).toEqual(parts);
    }),
  );
});
