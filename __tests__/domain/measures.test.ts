import fc from "fast-check";
import { describeMemory, parseDuration, parseMemory, renderDuration, renderMemory } from "../../lib/domain";
import { fnv1a32, fnv1a64 } from "../../lib/domain/fingerprint";
import { isOlder } from "../../lib/domain/versions";

describe("memory", () => {
  it.each([
    ["4g", 4096],
    ["512m", 512],
    ["64G", 65536],
    ["1.5g", 1536],
    ["16 GB", 16384],
    ["16GiB", 16384],
    [2048, 2048],
  ])("%p is %p MiB", (given, mebibytes) => {
    expect(parseMemory(given)).toBe(mebibytes);
  });

  it.each([
    "4",
    "4k",
    "g",
    "-1g",
    "0g",
    "0.3m",
    "4gg",
    "1e3m",
    "",
    "999999999999999g",
    0,
    -1,
    1.5,
    Number.NaN,
    Infinity,
  ])("%p is none", (given) => {
    expect(parseMemory(given)).toBeUndefined();
  });

  it("comes back from how Docker writes it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (mebibytes) => {
        expect(parseMemory(renderMemory(mebibytes))).toBe(mebibytes);
      }),
    );
  });

  it("is told in gigabytes where it is whole ones", () => {
    expect([describeMemory(16384), describeMemory(1536)]).toEqual(["16 GB", "1536 MB"]);
  });
});

describe("durations", () => {
  it.each([
    ["0s", "0s"],
    ["500ms", "500ms"],
    ["1.5s", "1.5s"],
    ["1500ms", "1.5s"],
    ["30s", "30s"],
    ["60s", "1m0s"],
    ["1m", "1m0s"],
    ["90s", "1m30s"],
    ["10m", "10m0s"],
    ["1h", "1h0m0s"],
    ["1h1ms", "1h0m0.001s"],
    ["0.1s", "100ms"],
  ])("%s is %s in Go's canonical form", (given, canonical) => {
    const milliseconds = parseDuration(given);
    expect(milliseconds === undefined ? undefined : renderDuration(milliseconds)).toBe(canonical);
  });

  it.each(["", "30", "s", "1d", "-1s", "1 m", "1.s", "0.5ms", "1s "])("%p is none", (given) => {
    expect(parseDuration(given)).toBeUndefined();
  });

  it("come back from their canonical form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (milliseconds) => {
        expect(parseDuration(renderDuration(milliseconds))).toBe(milliseconds);
      }),
    );
  });
});

describe("FNV-1a", () => {
  it.each([
    ["", "cbf29ce484222325"],
    ["a", "af63dc4c8601ec8c"],
    ["foobar", "85944171f73967e8"],
  ])("of %p in 64 bits is %s, as published", (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  it("in 64 bits is what big integers compute", () => {
    const byBigInt = (text: string) => {
      let hash = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text)) {
        hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      }
      return hash.toString(16).padStart(16, "0");
    };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "Z", "0", "\0", "é", "日", "😀") }), (text) => {
        expect(fnv1a64(text)).toBe(byBigInt(text));
      }),
    );
  });

  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("of %p in 32 bits is %p, as published", (text, hash) => {
    expect(fnv1a32(text)).toBe(hash);
  });
});

describe("versions", () => {
  it.each([
    ["2.19.0", "3.0.0", true],
    ["3.0.0", "3.0.0", false],
    ["3.9.0", "3.10.0", true],
    ["3.10.0", "3.9.0", false],
    ["5.0.3-preview", "5.0.3", true],
    ["5.0.3", "5.0.3-preview", false],
  ])("%s is older than %s: %p", (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });
});
