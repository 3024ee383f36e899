import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../lib/sandbox/store";

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "spc-test-")), "store");
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

test("what was saved is there for the next process, without the first one being closed", () => {
  const store = openStore(folder);
  store.state.groups["rg"] = { name: "rg", location: "westeurope", tags: {} };
  store.issue("docker_volume", "models");
  const next = openStore(folder);
  expect(next.state).toEqual(store.state);
  expect(next.wasIssued("docker_volume", "models")).toBe(true);
});

test("an id counts for its own type only", () => {
  const store = openStore(folder);
  store.issue("docker_volume", "one");
  expect(store.wasIssued("docker_network", "one")).toBe(false);
  expect(store.wasIssued("docker_volume", "toString")).toBe(false);
});

test("half a write of a killed process is not read", () => {
  openStore(folder).issue("docker_volume", "models");
  writeFileSync(join(folder, "state.json.new"), '{"version":1,"iss');
  const store = openStore(folder);
  expect(store.wasIssued("docker_volume", "models")).toBe(true);
  store.issue("docker_volume", "logs");
  expect(readdirSync(folder)).toEqual(["state.json"]);
});

test("folder and file are private", () => {
  openStore(folder).save();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "state.json")).mode & 0o777).toBe(0o600);
});

test("a state of another version is refused", () => {
  openStore(folder).save();
  writeFileSync(join(folder, "state.json"), '{"version":2}');
  expect(() => openStore(folder)).toThrow("another version");
});
