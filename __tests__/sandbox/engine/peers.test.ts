import type { Engine } from "../../../lib/sandbox/engine";
import { findPeer } from "../../../lib/sandbox/engine/peers";
import { enginesOn, started, temporaryStore } from "../sandbox-world";

let engine: Engine;
let remove: () => void;

beforeEach(async () => {
  const temporary = temporaryStore();
  remove = temporary.remove;
  engine = enginesOn(temporary.store).declare("");
  engine.tagImage("sim:1", "one");
  for (const name of ["shared", "other"]) engine.createNetwork({ ...bare, name });
  await started(engine, { name: "captions", networkMode: "shared" });
  await started(engine, { name: "Contoso-Sentiment", networkMode: "shared" });
  await started(engine, { name: "elsewhere", networkMode: "other" });
  await started(engine, { name: "plain" });
  await started(engine, { name: "plain-too" });
});

afterEach(() => remove());

const bare = {
  driver: "",
  internal: false,
  attachable: false,
  ingress: false,
  ipv6: false,
  labels: {},
  options: {},
  ipamDriver: "default",
  ipamOptions: {},
  ranges: [],
};

const peerOf = (name: string, hostname: string): string | undefined =>
  findPeer(engine.record, engine.inspectContainer(name), hostname)?.settings.name;

test.each([
  ["captions", "contoso-sentiment", "Contoso-Sentiment"],
  ["captions", "localhost", "captions"],
  ["captions", "127.0.0.1", "captions"],
  ["captions", "127.0.0.9", "captions"],
  ["captions", "captions", "captions"],
  ["captions", "elsewhere", undefined],
  ["captions", "sentiment", undefined],
  ["captions", "plain", undefined],
  ["elsewhere", "contoso-sentiment", undefined],
  // The engine's own network has no names.
  ["plain", "plain-too", undefined],
  ["plain", "plain", undefined],
])("inside %s, %s means %s", (container, hostname, peer) => {
  expect(peerOf(container, hostname)).toBe(peer);
});

test("an address counts on each network that both have joined, the engine's own too", () => {
  const addressOf = (name: string): string => engine.inspectContainer(name).endpoints[0]?.address ?? "";
  expect(peerOf("plain", addressOf("plain-too"))).toBe("plain-too");
  expect(peerOf("captions", addressOf("Contoso-Sentiment"))).toBe("Contoso-Sentiment");
  expect(peerOf("captions", addressOf("elsewhere"))).toBeUndefined();
});

test("an alias and the short id are names too, and a container has one on each of its networks", async () => {
  const { id } = engine.createContainer({ ...engine.inspectContainer("plain").settings, name: "both" });
  engine.connect(id, [
    { name: "shared", aliases: ["mood"], address: "" },
    { name: "other", aliases: [], address: "" },
  ]);
  await engine.startContainer(id);
  expect(["mood", id.slice(0, 12), "both"].map((name) => peerOf("captions", name))).toEqual(["both", "both", "both"]);
  expect([peerOf("elsewhere", "both"), peerOf("elsewhere", "mood")]).toEqual(["both", undefined]);
});

test("a container that does not run has no name", async () => {
  await engine.stopContainer("Contoso-Sentiment");
  expect(peerOf("captions", "contoso-sentiment")).toBeUndefined();
});
