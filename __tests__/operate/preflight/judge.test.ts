import { engineNeeds } from "../../../lib/domain";
import { commandThere, judgeEngine } from "../../../lib/operate/preflight/judge";
import { type EngineReadings, seen, unseen } from "../../../lib/operate/preflight/readings";
import { captions, deployment, planOf } from "../../domain/requests";

const IMAGE = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";
const BILLING = "westeurope.api.cognitive.microsoft.com";

/** One container of 8 cores and 16 GB on port 5000; two cores and 2 GB are reserved. */
const needsOn = (host?: string) => {
  const engine = { host, reserved: { cores: 2, memory: "2g" } };
  const [needs] = engineNeeds(planOf(deployment([], { sites: [{ name: "local", engine, containers: [captions()] }] })));
  if (needs === undefined) throw new Error("expected an engine");
  return needs;
};

const facts = {
  version: "Docker 27.1.1",
  name: "speech-1",
  operatingSystem: "Ubuntu 24.04",
  osType: "linux",
  architecture: "x86_64",
  cores: 10,
  memoryMiB: 18 * 1024,
  rootFolder: "/data/docker",
};

/** An engine that has exactly what is needed. */
const enough: EngineReadings = {
  engine: seen(facts),
  capacity: seen(facts),
  processor: seen({ model: "EPYC", hasAvx2: true, megahertz: 2596 }),
  freeDiskMiB: seen(8 * 1024),
  images: seen([]),
  published: seen([]),
  ports: seen(new Map([["127.0.0.1:5000", "free"]])),
  hosts: seen(
    new Map([
      ["mcr.microsoft.com", undefined],
      [BILLING, undefined],
    ]),
  ),
};

const judged = (change: Partial<EngineReadings>) =>
  judgeEngine(needsOn(), { ...enough, ...change }).filter(({ verdict }) => verdict !== "good");

describe("an engine with exactly what is needed", () => {
  it("is good in everything, and each thing says what was compared", () => {
    expect(judgeEngine(needsOn(), enough)).toEqual([
      { check: "engine", verdict: "good", sentence: "Docker 27.1.1 on speech-1 (Ubuntu 24.04), the local engine" },
      { check: "platform", verdict: "good", sentence: "linux containers on x86_64" },
      { check: "avx2", verdict: "good", sentence: "EPYC has it" },
      { check: "core speed", verdict: "good", sentence: "2.6 GHz" },
      { check: "cores", verdict: "good", sentence: "10 cores; 8 are planned and 2 reserved" },
      { check: "memory", verdict: "good", sentence: "18.0 GB; 16 GB are planned and 2 GB reserved" },
      { check: "disk", verdict: "good", sentence: "8.0 GB free; 1 image to pull, about 8 GB (estimated)" },
      { check: "ports", verdict: "good", sentence: "5000 free" },
      { check: "outbound", verdict: "good", sentence: `443 to mcr.microsoft.com, ${BILLING}` },
    ]);
  });

  it("leaves nothing to look at there", () => {
    expect(commandThere(needsOn(), enough)).toBeUndefined();
  });
});

describe("what an engine lacks", () => {
  it.each<[what: string, change: Partial<EngineReadings>, code: string, check: string]>([
    ["an answer", { engine: { ...unseen("connection refused"), unreachable: true } }, "SPC820", "engine"],
    ["Linux containers", { engine: seen({ ...facts, osType: "windows" }) }, "SPC821", "platform"],
    ["an x86_64 processor", { engine: seen({ ...facts, architecture: "aarch64" }) }, "SPC821", "platform"],
    ["AVX2", { processor: seen({ model: "Atom", hasAvx2: false, megahertz: 2600 }) }, "SPC822", "avx2"],
    ["speed", { processor: seen({ model: "EPYC", hasAvx2: true, megahertz: 2540 }) }, "SPC823", "core speed"],
    ["a core", { capacity: seen({ ...facts, cores: 9 }) }, "SPC824", "cores"],
    ["a mebibyte", { capacity: seen({ ...facts, memoryMiB: 18 * 1024 - 1 }) }, "SPC825", "memory"],
    ["disk", { freeDiskMiB: seen(8 * 1024 - 1) }, "SPC826", "disk"],
    ["a free port", { ports: seen(new Map([["127.0.0.1:5000", "taken" as const]])) }, "SPC827", "ports"],
    ["a port that no other container has", { published: seen([{ engineName: "web", port: 5000 }]) }, "SPC827", "ports"],
    ["a way to Azure", { hosts: seen(new Map([[BILLING, "ENOTFOUND"]])) }, "SPC828", "outbound"],
  ])("%s is named", (_, change, code, check) => {
    expect(judged(change).filter(({ verdict }) => verdict === "unwell")).toMatchObject([{ check, code }]);
  });

  it("is no port that the deployed container itself holds", () => {
    const ports = seen(new Map([["127.0.0.1:5000", "taken" as const]]));
    expect(judged({ ports, published: seen([{ engineName: "contoso-captions", port: 5000 }]) })).toEqual([]);
  });

  it("is no disk when the image is there", () => {
    expect(judged({ freeDiskMiB: seen(0), images: seen([IMAGE]) })).toEqual([]);
  });
});

describe("what is not seen", () => {
  const elsewhere = unseen("another machine");
  const hidden = { ...enough, processor: elsewhere, freeDiskMiB: elsewhere, ports: elsewhere, hosts: elsewhere };

  it("is never called good or unwell", () => {
    const checks = judgeEngine(needsOn("ssh://op@leeds"), hidden).filter(({ verdict }) => verdict === "not seen");
    expect(checks.map(({ check }) => check)).toEqual(["avx2", "core speed", "disk", "ports", "outbound"]);
  });

  it("is shown by one command on the engine's machine", () => {
    expect(commandThere(needsOn("ssh://op@leeds:2222"), hidden)).toBe(
      [
        "ssh -p 2222 op@leeds '",
        "grep -om1 avx2 /proc/cpuinfo",
        "lscpu | grep -i mhz",
        "df -h /data/docker",
        "ss -Hltn",
        "curl -sSo /dev/null https://mcr.microsoft.com",
        `curl -sSo /dev/null https://${BILLING}'`,
      ].join("\n"),
    );
    expect(commandThere(needsOn(), { ...enough, freeDiskMiB: elsewhere })).toBe("df -h /data/docker");
  });

  it("of the speed is said where the processor does not tell it", () => {
    expect(judged({ processor: seen({ model: "vCPU", hasAvx2: true }) })).toEqual([
      { check: "core speed", verdict: "not seen", sentence: "the processor does not tell its speed" },
    ]);
  });
});
