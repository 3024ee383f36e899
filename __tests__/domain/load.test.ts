import fc from "fast-check";
import {
  type Edition,
  type ExpectedUse,
  type FunctionName,
  catalogue,
  findFunctionEdition,
  judgeSizeOf,
  planLoad,
  usesOf,
} from "../../lib/domain";
import { captions, containerOf, deployment, problemOf } from "./requests";

interface Row {
  readonly name: FunctionName;
  readonly edition: Edition;
  readonly use: ExpectedUse;
  readonly count: number;
  readonly containers: number;
  readonly cores: number;
  readonly gib: number;
  readonly decoders: number | undefined;
}

const loadOf = (name: FunctionName, edition: Edition, use: ExpectedUse, count: number) => {
  const entry = findFunctionEdition(name, edition);
  const load = entry && planLoad(entry, use, count);
  if (load === undefined) throw new Error(`${name} of ${edition} has no ${use}`);
  return load;
};

describe("what a number of uses needs", () => {
  it.each`
    name                       | edition      | use                    | count | containers | cores | gib   | decoders
    ${"speech-to-text"}        | ${"2025-07"} | ${"liveStreams"}       | ${1}  | ${1}       | ${4}  | ${8}  | ${1}
    ${"speech-to-text"}        | ${"2025-07"} | ${"liveStreams"}       | ${4}  | ${1}       | ${4}  | ${8}  | ${4}
    ${"speech-to-text"}        | ${"2025-07"} | ${"liveStreams"}       | ${5}  | ${1}       | ${5}  | ${16} | ${5}
    ${"speech-to-text"}        | ${"2025-07"} | ${"liveStreams"}       | ${6}  | ${1}       | ${6}  | ${16} | ${6}
    ${"speech-to-text"}        | ${"2025-07"} | ${"liveStreams"}       | ${7}  | ${2}       | ${4}  | ${8}  | ${4}
    ${"custom-speech-to-text"} | ${"2025-07"} | ${"liveStreams"}       | ${13} | ${3}       | ${5}  | ${16} | ${5}
    ${"speech-to-text"}        | ${"2025-07"} | ${"fileStreams"}       | ${2}  | ${1}       | ${4}  | ${8}  | ${2}
    ${"speech-to-text"}        | ${"2025-07"} | ${"fileStreams"}       | ${5}  | ${3}       | ${4}  | ${8}  | ${2}
    ${"speech-to-text"}        | ${"2020-05"} | ${"liveStreams"}       | ${2}  | ${1}       | ${2}  | ${2}  | ${2}
    ${"speech-to-text"}        | ${"2020-05"} | ${"liveStreams"}       | ${3}  | ${1}       | ${3}  | ${4}  | ${3}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${"synthesisRequests"} | ${3}  | ${1}       | ${6}  | ${12} | ${undefined}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${"synthesisRequests"} | ${4}  | ${1}       | ${7}  | ${16} | ${undefined}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${"synthesisRequests"} | ${5}  | ${1}       | ${8}  | ${16} | ${undefined}
    ${"text-to-speech"}        | ${"2020-05"} | ${"synthesisRequests"} | ${1}  | ${1}       | ${1}  | ${2}  | ${undefined}
    ${"custom-text-to-speech"} | ${"2020-05"} | ${"synthesisRequests"} | ${5}  | ${1}       | ${3}  | ${3}  | ${undefined}
    ${"language-detection"}    | ${"2025-07"} | ${"detectionRequests"} | ${4}  | ${1}       | ${1}  | ${1}  | ${undefined}
    ${"language-detection"}    | ${"2025-07"} | ${"detectionRequests"} | ${5}  | ${1}       | ${2}  | ${2}  | ${undefined}
    ${"language-detection"}    | ${"2025-07"} | ${"detectionRequests"} | ${7}  | ${2}       | ${1}  | ${1}  | ${undefined}
  `(
    "$count $use of $name in $edition: $containers of $cores cores and $gib GB",
    ({ name, edition, use, count, containers, cores, gib, decoders }: Row) => {
      const load = loadOf(name, edition, use, count);
      expect({ ...load, size: { cores: load.size.cores, memoryMiB: load.size.memoryMiB } }).toMatchObject({
        containers,
        size: { cores, memoryMiB: gib * 1024 },
      });
      expect(load.decoders).toBe(decoders);
    },
  );

  it("is shown step by step, each number with its source", () => {
    expect(loadOf("neural-text-to-speech", "2025-07", "synthesisRequests", 9).steps).toEqual([
      {
        text: "9 synthesis requests, at most 5 in one container: 2 containers",
        sources: ["C2"],
        unverified: "one chart's measure; no page of Microsoft states one",
      },
      { text: "9 / 2: up to 5 in each", sources: [] },
      {
        text: "5 x 1.6 cores = 8 cores",
        sources: ["C2"],
        unverified: "one chart's measure; no page of Microsoft states one",
      },
      { text: "more than the minimum's 6 cores: memory as recommended 8 / 16 GB", sources: ["M2"] },
    ]);
    expect(loadOf("speech-to-text", "2025-07", "liveStreams", 4).steps.map(({ text }) => text)).toEqual([
      "4 live streams, at most 6 in one container: 1 container",
      "4 x 1 core = 4 cores",
      "at least the minimum: 4 cores, 8 GB (minimum 4 / 4 GB + 4 GB for the model)",
      "DECODER_MAX_COUNT=4: one decoder for each",
    ]);
  });
});

const anyUse = fc.constantFrom(
  ...catalogue.flatMap(({ name, editions }) =>
    Object.entries(editions).flatMap(([edition, entry]) =>
      usesOf(entry).map((use) => ({ name, edition: edition as Edition, use })),
    ),
  ),
);
const anyCount = fc.integer({ min: 1, max: 500 });

describe("for every use of every function", () => {
  it("a container is never below its function's minimum", () => {
    fc.assert(
      fc.property(anyUse, anyCount, ({ name, edition, use }, count) => {
        const { size } = loadOf(name, edition, use, count);
        expect(judgeSizeOf(name, edition, size)).not.toBe("below minimum");
      }),
    );
  });

  it("more uses never need fewer containers, cores or memory in all", () => {
    fc.assert(
      fc.property(anyUse, anyCount, ({ name, edition, use }, count) => {
        const [fewer, more] = [loadOf(name, edition, use, count), loadOf(name, edition, use, count + 1)];
        expect(more.containers).toBeGreaterThanOrEqual(fewer.containers);
        for (const amount of ["cores", "memoryMiB", "modelMemoryMiB"] as const) {
          expect(more.containers * more.size[amount]).toBeGreaterThanOrEqual(fewer.containers * fewer.size[amount]);
        }
      }),
    );
  });

  it("the containers take on all of it, no more in one than the documents advise, and none stands idle", () => {
    fc.assert(
      fc.property(anyUse, anyCount, ({ name, edition, use }, count) => {
        const { containers, each, decoders } = loadOf(name, edition, use, count);
        const most = findFunctionEdition(name, edition)?.loads?.[use]?.value.mostInOne ?? 0;
        expect(each).toBeLessThanOrEqual(most);
        expect(containers * each).toBeGreaterThanOrEqual(count);
        expect((containers - 1) * most).toBeLessThan(count);
        expect(decoders ?? each).toBe(each);
      }),
    );
  });
});

describe("a container with an expectation", () => {
  it("has the size, and is told its decoders before the key", () => {
    const { size, settings } = containerOf(deployment([captions({ expect: { liveStreams: 6 } })]));
    expect(size).toMatchObject({
      cores: 6,
      memoryMiB: 16 * 1024,
      basis: "expected",
      reason: "for 6 live streams",
      expected: { use: "liveStreams", count: 6, decoders: 6 },
    });
    expect(settings.filter(({ via }) => via === "environment").map(({ name }) => name)).toEqual([
      "DECODER_MAX_COUNT",
      "ApiKey",
    ]);
  });

  it("that is too much for it says how many to declare", () => {
    expect(problemOf(deployment([captions({ expect: { liveStreams: 20 } })]), "SPC214")).toMatchObject({
      message: "20 live streams need 4 containers of 5 cores, 16 GB: at most 6 in one",
      hint: "declare 4, each with a name of its own and expect: { liveStreams: 5 }, behind a load balancer",
    });
  });

  it("without one is told no decoders", () => {
    expect(containerOf(deployment()).settings.map(({ name }) => name)).not.toContain("DECODER_MAX_COUNT");
  });
});
