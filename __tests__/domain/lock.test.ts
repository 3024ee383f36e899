import { type ContainerRequest, type ImageLock, compareLocks, imagesToLock } from "../../lib/domain";
import { captions, codesOf, containerOf, deployment, planOf, problemOf } from "./requests";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const IMAGE = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";
const locked = (lock: ImageLock, change: Partial<ContainerRequest> = {}, edition = "2025-07") =>
  deployment([captions({ allowRetired: true, ...change })], { lock, edition });

describe("a lock", () => {
  it("gives the images their digests", () => {
    expect(containerOf(locked({ [IMAGE]: digest("a") })).image.digest).toBe(digest("a"));
    expect(codesOf(locked({ [IMAGE]: digest("a") }))).toEqual([]);
  });

  it("gives way to a digest in the configuration, and is then out of date", () => {
    const request = locked({ [IMAGE]: digest("a") }, { digest: digest("b") });
    expect(containerOf(request).image.digest).toBe(digest("b"));
    expect(codesOf(request)).toEqual(["SPC129 "]);
  });

  it.each([
    ["another tag", { tag: "4.10.0-amd64-en-us" }, "2025-07"],
    ["another registry", { registry: "b.example" }, "2025-07"],
  ])("says so when %s is configured than it was made for", (_, change, edition) => {
    const request = locked({ [IMAGE]: digest("a") }, change, edition);
    expect(containerOf(request).image.digest).toBeUndefined();
    expect(codesOf(request)).toEqual(["SPC129 ", "SPC130 containers.captions.function"]);
  });

  it("says so when the edition is another", () => {
    expect(codesOf(locked({ [IMAGE]: digest("a") }, {}, "2020-05"))).toEqual(
      expect.arrayContaining(["SPC129 ", "SPC130 containers.captions.function"]),
    );
  });

  it("names the images and the command", () => {
    expect(problemOf(locked({}), "SPC130")).toMatchObject({
      level: "warning",
      message: 'the lock file has no digest of "speech-to-text:4.12.0-amd64-en-us", so its tag alone says what runs',
      hint: "run speech-containers lock",
    });
    const stale = problemOf(locked({ [IMAGE]: digest("a"), "b.example/c:d": digest("b") }), "SPC129");
    expect(stale.message).toBe('the lock file has digests that no container uses: "c:d"');
  });

  it("is not called out of date while an image cannot be chosen", () => {
    expect(codesOf(locked({ [IMAGE]: digest("a") }, { locale: "xx-XX" }))).toEqual([
      "SPC101 containers.captions.locale",
    ]);
  });

  it("makes latest good for production", () => {
    const image = IMAGE.replace(/[^:]*$/, "latest");
    const request = { ...locked({ [image]: digest("a") }, { tag: "latest" }), profile: "production" };
    expect(codesOf(request)).not.toContain("SPC122 containers.captions.tag");
  });

  it("is not asked where there is none", () => {
    expect(codesOf(deployment())).toEqual([]);
  });
});

describe("the images to lock", () => {
  it("are those without a digest, each once, with the login of their registry", () => {
    const registry = { address: "b.example/x", username: "puller" };
    const plan = planOf(
      deployment([
        captions(),
        captions({ name: "second", port: 5001 }),
        captions({ name: "third", port: 5002, digest: digest("a") }),
        captions({ name: "fourth", port: 5003, registry }),
      ]),
    );
    expect(imagesToLock(plan).map(({ reference, login }) => [reference, login?.username])).toEqual([
      [IMAGE.replace("mcr.microsoft.com", "b.example/x"), "puller"],
      [IMAGE, undefined],
    ]);
  });
});

test("two locks are compared entry by entry", () => {
  const [a, b] = [digest("a"), digest("b")];
  expect(compareLocks({ one: a, two: a, four: a }, { one: a, two: b, three: b })).toEqual([
    { image: "four", digest: a, change: "gone" },
    { image: "one", digest: a, change: "same" },
    { image: "three", digest: b, change: "new" },
    { image: "two", digest: b, change: "changed" },
  ]);
});
