import { type Engine, openEngines, smallProgram } from "../../../lib/sandbox/engine";
import { enginesOn, started, temporaryStore } from "../sandbox-world";

let engine: Engine;
let remove: () => void;

beforeEach(() => {
  const temporary = temporaryStore();
  remove = temporary.remove;
  engine = enginesOn(temporary.store).declare("");
});

afterEach(() => remove());

test.each(["sim", "sim:latest", "docker.io/library/sim:latest"])("%s names the tag latest", (reference) => {
  engine.tagImage("sim:latest", "one");
  expect(engine.findImage(reference)?.tags).toEqual(["sim:latest"]);
});

test("an id and its beginning name the image", () => {
  engine.tagImage("sim:1", "one");
  const id = engine.findImage("sim:1")?.id ?? "";
  expect(engine.findImage(id)?.id).toBe(id);
  expect(engine.findImage(id.replace("sha256:", "").slice(0, 12))?.id).toBe(id);
});

test("a tag that moves leaves its image", () => {
  engine.tagImage("sim:1", "one");
  const before = engine.findImage("sim:1")?.id;
  engine.tagImage("sim:1", "two");
  expect(engine.findImage("sim:1")?.id).not.toBe(before);
});

test("what is published is pulled with the digest of its repository; with a tag and a digest, by the digest", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  expect(engine.ensureImage("published/sim:1").digests).toEqual([expect.stringMatching(/^published\/sim@sha256:/)]);
  expect(engine.ensureImage(`published/sim:2@${digest}`)).toMatchObject({
    tags: [],
    digests: [`published/sim@${digest}`],
  });
});

test.each([
  ["localhost:1/sim:absent", "connection refused"],
  ["sim:absent", "pull access denied for sim"],
  ["mirror.example/sim:absent", 'manifest tagged by "absent" is not found'],
])("%s is refused by its registry: %s", (reference, reason) => {
  expect(() => engine.ensureImage(reference)).toThrow(reason);
});

describe("a registry that wants a login", () => {
  const reference = "mirror.example/speech:1";
  const pull = (login?: { username: string; password: string }) => {
    const registries = { isPublished: () => true, userOf: (host: string) => users.get(host) };
    const { store, remove: discard } = temporaryStore();
    const { engineFor, declare } = openEngines({ store, runtime: smallProgram(), registries });
    declare("");
    try {
      return engineFor()?.ensureImage(reference, login).tags;
    } finally {
      discard();
    }
  };
  const users = new Map([["mirror.example", "puller"]]);
  const refusal = 'Head "https://mirror.example/v2/speech/manifests/1": unauthorized: authentication required';

  it("gives the image to its user", () => {
    expect(pull({ username: "puller", password: "any" })).toEqual([reference]);
  });

  it.each([undefined, { username: "puller", password: "" }, { username: "other", password: "any" }])(
    "gives nothing to %p",
    (login) => expect(() => pull(login)).toThrow(refusal),
  );
});

test("the last tag of an image that a container uses stays, unless forced", async () => {
  engine.tagImage("sim:1", "one");
  engine.tagImage("sim:2", "one");
  await started(engine);
  engine.removeImage("sim:2", false);
  expect(() => engine.removeImage("sim:1", false)).toThrow(
    'unable to remove repository reference "sim:1" (must force)',
  );
  engine.removeImage("sim:1", true);
  expect(engine.findImage("sim:1")).toBeUndefined();
});
