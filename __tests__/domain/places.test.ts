import fc from "fast-check";
import {
  type ImageReference,
  functionOfRepository,
  isAddress,
  isLoopback,
  isName,
  isPort,
  overlaps,
  parseEngineHost,
  renderReference,
} from "../../lib/domain";
import { inRegistry, isDigest, isTag, parseRegistry } from "../../lib/domain/image";
import { canonicalPath, isAbsolutePath, isFolderOfItsOwn } from "../../lib/domain/mounts";
import { suggestName } from "../../lib/domain/names";
import { allocatePorts, freePort, startPort } from "../../lib/domain/ports";
import { advertisedHost } from "../../lib/domain/urls";

describe("image references", () => {
  const image: ImageReference = { registry: "mcr.microsoft.com", repository: "a/b", tag: "1.0.0-amd64" };
  const digest = `sha256:${"0f".repeat(32)}`;

  it("are registry, repository, tag and, when pinned, digest", () => {
    expect(renderReference(image)).toBe("mcr.microsoft.com/a/b:1.0.0-amd64");
    expect(renderReference({ ...image, digest })).toBe(`mcr.microsoft.com/a/b:1.0.0-amd64@${digest}`);
  });

  it.each([
    ["contoso.azurecr.io", { host: "contoso.azurecr.io" }],
    ["contoso.azurecr.io/mirror/speech", { host: "contoso.azurecr.io", prefix: "mirror/speech" }],
    ["localhost:5001", { host: "localhost:5001" }],
    ["registry:65535", { host: "registry:65535" }],
    ["registry:5000/x", { host: "registry:5000", prefix: "x" }],
    ["10.0.0.5:5000", { host: "10.0.0.5:5000" }],
    ["localhost", { host: "localhost" }],
  ])("can come from the registry %s", (given, registry) => {
    expect(parseRegistry(given)).toEqual(registry);
  });

  it.each([
    "",
    "mirror",
    "https://contoso.azurecr.io",
    "contoso.azurecr.io/",
    "Contoso.azurecr.io",
    "contoso.azurecr.io/a:1",
    "a..b",
    "user@host.io",
    "contoso.example:65536",
    "registry:0/x",
    "-a.io",
  ])("cannot come from the registry %p", (given) => {
    expect(parseRegistry(given)).toBeUndefined();
  });

  it("keep their repository below the path of a mirror", () => {
    expect(inRegistry("a/b", { host: "contoso.azurecr.io", prefix: "mirror" })).toEqual({
      registry: "contoso.azurecr.io",
      repository: "mirror/a/b",
    });
  });

  it("have tags and digests of Docker's grammar", () => {
    expect(["latest", "1.0_x", "_a", `a${"b".repeat(127)}`].every(isTag)).toBe(true);
    expect(["", "-a", ".a", "a b", "a:b", `a${"b".repeat(128)}`].some(isTag)).toBe(false);
    expect(isDigest(digest)).toBe(true);
    expect([digest.toUpperCase(), digest.slice(1), `${digest}0`, "0f".repeat(32)].some(isDigest)).toBe(false);
  });

  it.each([
    ["azure-cognitive-services/speechservices/neural-text-to-speech", "neural-text-to-speech"],
    ["mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text", "speech-to-text"],
    ["mirror/azure-cognitive-services/speechservices/custom-speech-to-text", "custom-speech-to-text"],
    ["microsoft/cognitive-services-custom-text-to-speech", "custom-text-to-speech"],
  ])("of the repository %s run %s", (repository, name) => {
    expect(functionOfRepository(repository)?.function).toBe(name);
  });

  it.each(["speech-to-text", "nginx", "xazure-cognitive-services/speechservices/speech-to-text", ""])(
    "of the repository %p run something else",
    (repository) => {
      expect(functionOfRepository(repository)).toBeUndefined();
    },
  );
});

describe("ports", () => {
  it("are whole numbers from 1 to 65535", () => {
    expect([1, 5000, 65535].every(isPort)).toBe(true);
    expect([0, -1, 65536, 1.5, Number.NaN, Infinity].some(isPort)).toBe(false);
  });

  it("start where the name points, between 5000 and 5999", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(startPort(name)).toBeGreaterThanOrEqual(5000);
        expect(startPort(name)).toBeLessThan(6000);
      }),
    );
    expect(startPort("captions")).toBe(startPort("captions"));
    expect(startPort("captions")).not.toBe(startPort("narrator"));
  });

  const seekers = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom("a", "b", "c") }), {
    maxLength: 12,
  });
  const takenPorts = fc.array(fc.integer({ min: 5000, max: 6020 }), { maxLength: 30 });

  it("are different, free and the first ones from the start upwards", () => {
    fc.assert(
      fc.property(seekers, takenPorts, (names, explicit) => {
        const taken = new Set(explicit);
        const ports = allocatePorts(
          names.map((name) => ({ id: name, name })),
          taken,
        );
        const given = [...ports.values()];
        expect(new Set(given).size).toBe(names.length);
        for (const [name, port] of ports) {
          expect(taken.has(port ?? 0)).toBe(false);
          for (let between = startPort(name); between < (port ?? 0); between++) {
            expect(taken.has(between) || given.includes(between)).toBe(true);
          }
        }
      }),
    );
  });

  it("do not depend on the order of the containers", () => {
    fc.assert(
      fc.property(seekers, takenPorts, (names, explicit) => {
        const items = names.map((name) => ({ id: name, name }));
        const taken = new Set(explicit);
        expect(Object.fromEntries(allocatePorts(items.toReversed(), taken))).toEqual(
          Object.fromEntries(allocatePorts(items, taken)),
        );
      }),
    );
  });

  it("stay where they are when a container with another start is added", () => {
    const seeker = (name: string) => ({ id: name, name });
    const before = allocatePorts(["captions", "narrator"].map(seeker), new Set());
    const after = allocatePorts(["captions", "callcenter", "narrator"].map(seeker), new Set());
    expect(after.get("captions")).toBe(before.get("captions"));
    expect(after.get("narrator")).toBe(before.get("narrator"));
  });

  it("run out at 65535", () => {
    expect(freePort(65535, new Set())).toBe(65535);
    expect(freePort(65535, new Set([65535]))).toBeUndefined();
  });
});

describe("addresses", () => {
  it.each(["127.0.0.1", "0.0.0.0", "192.168.1.255", "10.0.0.1"])("%s is one", (address) => {
    expect(isAddress(address)).toBe(true);
  });

  it.each(["localhost", "::1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "1.2.3.4.", ""])(
    "%p is none",
    (address) => {
      expect(isAddress(address)).toBe(false);
    },
  );

  it("are loopback in all of 127", () => {
    expect(["127.0.0.1", "127.0.0.2", "0.0.0.0", "128.0.0.1"].map(isLoopback)).toEqual([true, true, false, false]);
  });

  it("overlap when they are equal or one is any", () => {
    expect(overlaps("127.0.0.1", "127.0.0.1")).toBe(true);
    expect(overlaps("0.0.0.0", "127.0.0.2")).toBe(true);
    expect(overlaps("10.0.0.1", "0.0.0.0")).toBe(true);
    expect(overlaps("127.0.0.1", "127.0.0.2")).toBe(false);
  });

  it.each([
    ["127.0.0.1", undefined, "localhost"],
    ["127.0.0.1", "leeds.example", "localhost"],
    ["0.0.0.0", undefined, "localhost"],
    ["0.0.0.0", "leeds.example", "leeds.example"],
    ["192.168.1.5", undefined, "192.168.1.5"],
    ["192.168.1.5", "leeds.example", "leeds.example"],
    ["127.0.0.2", undefined, "127.0.0.2"],
  ])("%s on the engine of %p is advertised as %s", (address, engineHostName, host) => {
    expect(advertisedHost(address, engineHostName)).toBe(host);
  });
});

describe("engine hosts", () => {
  it.each([
    ["unix:///var/run/docker.sock", "unix", undefined, "local"],
    ["npipe:////./pipe/docker_engine", "npipe", undefined, "local"],
    ["unix:///run/user/1000/docker.sock", "unix", undefined, "unix:///run/user/1000/docker.sock"],
    ["ssh://deploy@Leeds.example", "ssh", "Leeds.example", "ssh://leeds.example:22"],
    ["ssh://leeds.example:22", "ssh", "leeds.example", "ssh://leeds.example:22"],
    ["tcp://10.0.0.7:2376", "tcp", "10.0.0.7", "tcp://10.0.0.7:2376"],
    ["tcp://[::1]:2376", "tcp", "[::1]", "tcp://[::1]:2376"],
  ])("%s is one", (host, scheme, hostName, key) => {
    expect(parseEngineHost(host)).toEqual({ scheme, key, ...(hostName === undefined ? {} : { hostName }) });
  });

  it.each([
    "",
    "docker",
    "http://x:2375",
    "tcp://x",
    "tcp://u@x:2376",
    "ssh://",
    "ssh://u:secret@x",
    "unix://docker.sock",
    "tcp://x:99999",
    "ssh://a b",
  ])("%p is none", (host) => {
    expect(parseEngineHost(host)).toBeUndefined();
  });
});

describe("names", () => {
  it.each(["a", "captions", "call-center-2", "a".repeat(40)])("%s is one", (name) => {
    expect(isName(name)).toBe(true);
  });

  it.each(["", "A", "2nd", "-a", "a-", "a--b", "a_b", "a.b", "é", "a".repeat(41), "a\n"])("%p is none", (name) => {
    expect(isName(name)).toBe(false);
  });

  it.each([
    ["callCenter", "call-center"],
    ["Call Center!", "call-center"],
    ["2nd_floor", "nd-floor"],
  ])("%p suggests %s", (word, name) => {
    expect(suggestName(word)).toBe(name);
  });

  it("are suggested only where they are good ones", () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        const name = suggestName(word);
        expect(name === undefined || isName(name)).toBe(true);
      }),
    );
    expect(suggestName("日本")).toBeUndefined();
  });
});

describe("paths of an engine's host", () => {
  it("are absolute in POSIX and Windows form", () => {
    expect(["/srv/models", "/", "C:\\", "C:\\CustomSpeech", "d:/models"].every(isAbsolutePath)).toBe(true);
    expect(
      ["", "models", "./models", "~/models", "C:models", "C:\\a|b", "/a\nb", "\\\\server\\share"].some(isAbsolutePath),
    ).toBe(false);
  });

  it.each(["/srv", "/srv/..models", "C:\\CustomSpeech", "d:/models/a..b"])("%s can hold models", (path) => {
    expect(isFolderOfItsOwn(path)).toBe(true);
  });

  it.each(["/", "//", "/./", "C:\\", "c:/.", "/srv/../etc", "/..", "C:\\a\\..\\Windows"])("%s cannot", (path) => {
    expect(isFolderOfItsOwn(path)).toBe(false);
  });

  it("are the same folder however they are written", () => {
    expect(canonicalPath("/srv//models/./a/")).toBe(canonicalPath("/srv/models/a"));
    expect(canonicalPath("C:\\Models")).toBe(canonicalPath("c:/models/"));
    expect(canonicalPath("/srv/Models")).not.toBe(canonicalPath("/srv/models"));
  });
});
