import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { engineNeeds, findFunctionEdition } from "../../lib/domain";
import { readProcessor } from "../../lib/operate/preflight/cpuinfo";
import { commandThere, judgeEngine } from "../../lib/operate/preflight/judge";
import { type EngineReadings, seen, unseen } from "../../lib/operate/preflight/readings";
import { targetOfText } from "../../lib/operate/targets";
import { verify } from "../../lib/operate/verify";
import { speechListener } from "../../lib/sandbox/speech/routes";
import { codesOf, planOf, problemOf } from "../domain/requests";
import { container, explainedOne, needsOfOne, pageFunctions, planOfOne, request, runOfOne, running } from "./page";

const facts = {
  version: "Docker 19.03",
  name: "host",
  operatingSystem: "Ubuntu 18.04",
  osType: "linux",
  architecture: "x86_64",
  cores: 64,
  memoryMiB: 256 * 1024,
  rootFolder: "/var/lib/docker",
};
const nothing = unseen("not asked");
const host: EngineReadings = {
  engine: seen(facts),
  capacity: seen(facts),
  processor: nothing,
  freeDiskMiB: nothing,
  images: seen([]),
  published: seen([]),
  ports: nothing,
  hosts: nothing,
};
/** What `preflight` says is wrong with a host that the page's speech-to-text container shall run on. */
const unwell = (readings: Partial<EngineReadings>) =>
  judgeEngine(needsOfOne("speech-to-text"), { ...host, ...readings })
    .filter(({ verdict }) => verdict === "unwell")
    .map(({ check }) => check);
const cpuinfo = (flags: string, megahertz: string) =>
  readProcessor(`model name\t: Xeon\nflags\t\t: fpu sse2 ${flags}\ncpu MHz\t\t: ${megahertz}\n`);
const processor = (flags: string, megahertz = "2600.000") => {
  const read = cpuinfo(flags, megahertz);
  if (read === undefined) throw new Error("expected a processor");
  return { processor: seen(read) };
};

test("You need the Docker Engine installed on a host computer.", () => {
  expect(unwell({ engine: { ...unseen("connection refused"), unreachable: true } })).toEqual(["engine"]);
  expect(unwell({})).toEqual([]);
});

test("Docker must be configured to allow the containers to connect with and send billing data to Azure.", () => {
  const azure = "westeurope.api.cognitive.microsoft.com";
  expect(needsOfOne("speech-to-text").hosts).toContain(azure);
  expect(explainedOne("speech-to-text").needs).toContain("*.cognitive.microsoft.com");
  expect(unwell({ hosts: seen(new Map([[azure, "ETIMEDOUT"]])) })).toEqual(["outbound"]);
});

test("On Windows, Docker must also be configured to support Linux containers.", () => {
  expect(unwell({ engine: seen({ ...facts, osType: "windows" }) })).toEqual(["platform"]);
});

test("The host must support Advanced Vector Extensions (AVX2).", () => {
  expect([unwell(processor("")), unwell(processor("avx2"))]).toEqual([["avx2"], []]);
});

test("The host computer is required to support AVX2.", () => {
  expect(unwell(processor("avx avx512f"))).toEqual(["avx2"]);
});

test("The container will not function correctly without AVX2 support.", () => {
  const sites = [{ name: "local", engine: { avx2: false }, containers: [container("speech-to-text")] }];
  expect(problemOf(request([], { sites }), "SPC412").message).toBe("without AVX2 no Speech container starts");
});

test("You can check for AVX2 support on Linux hosts with the following command:", () => {
  const elsewhere = planOf(
    request([], {
      sites: [{ name: "local", engine: { host: "ssh://op@leeds" }, containers: [container("speech-to-text")] }],
    }),
  );
  const [needs] = engineNeeds(elsewhere);
  expect(needs && commandThere(needs, host)).toMatch(/grep \S+ avx2 \/proc\/cpuinfo/);
});

test("Each core must be at least 2.6 gigahertz (GHz) or faster.", () => {
  expect(unwell(processor("avx2", "2540.000"))).toEqual(["core speed"]);
});

test("table: Container, Minimum, Recommended", () => {
  const size = (name: (typeof pageFunctions)[number]) => {
    const { minimum, recommended } = findFunctionEdition(name, "2020-05")?.size ?? {};
    return [minimum, recommended].map((one) => one && [one.value.cores, one.value.memoryMiB / 1024]);
  };
  expect(Object.fromEntries(pageFunctions.map((name) => [name, size(name)]))).toEqual({
    "speech-to-text": [
      [2, 2],
      [4, 4],
    ],
    "custom-speech-to-text": [
      [2, 2],
      [4, 4],
    ],
    "text-to-speech": [
      [1, 2],
      [2, 3],
    ],
    "custom-text-to-speech": [
      [1, 2],
      [2, 3],
    ],
  });
});

test("Core and memory correspond to the `--cpus` and `--memory` settings, which are used as part of the `docker run` command.", () => {
  expect(runOfOne("text-to-speech", { size: "minimum" })).toMatchObject({ cpus: "1", memory: "2g" });
  expect(runOfOne("text-to-speech", { size: "recommended" })).toMatchObject({ cpus: "2", memory: "3g" });
});

test("The minimum and recommended are based off of Docker limits, not the host machine resources.", () => {
  const { size } = planOfOne("speech-to-text", { size: "recommended" });
  expect(size.memoryMiB).toBe(4 * 1024);
  expect(needsOfOne("speech-to-text", { size: "recommended" }).memoryMiB).toBeGreaterThan(size.memoryMiB);
});

test("it is recommended that the entire file fits in memory, which is an additional 4-6 GB.", () => {
  const onHostOf = (memory: string, size: "minimum" | "recommended") =>
    codesOf(
      request([], {
        sites: [{ name: "local", engine: { memory }, containers: [container("speech-to-text", { size })] }],
      }),
    ).filter((code) => code === "SPC221 engine.memory");
  expect([onHostOf("6g", "minimum"), onHostOf("10g", "recommended")]).toEqual([[], []]);
  expect([onHostOf("5g", "minimum"), onHostOf("9g", "recommended")].map(({ length }) => length)).toEqual([1, 1]);
});

test("Also, the first run of either container may take longer, since models are being paged into memory.", async () => {
  const { container: started } = running("speech-to-text");
  let loading = true;
  const slow = { ...started, health: () => ({ ...started.health(), apiStatus: "Valid" as const, loading }) };
  const server = createServer(speechListener(slow, { routes: new Map() }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const target = targetOfText(`slow=ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const verdicts: string[] = [];
  await verify(target === undefined ? [] : [target], {
    deadlineMs: 30_000,
    onFinding(_, { verdict }) {
      verdicts.push(verdict);
      loading = false;
    },
  });
  started.stop();
  await new Promise((resolve) => server.close(resolve));
  expect(verdicts).toEqual(["loading", "answers"]);
});
