import { type EngineNeeds, describeCores, describeMemory, isLocalEngine } from "../../domain";
import { imageDisk, requiredPlatform, requiredProcessor } from "../../domain/catalogue/hosts";
import type { ProblemCode } from "../../domain/problem-catalogue";
import type { EngineReadings, Reading } from "./readings";

/** One thing that an engine has to have. */
export interface Check {
  readonly check: "engine" | "platform" | "avx2" | "core speed" | "cores" | "memory" | "disk" | "ports" | "outbound";
  readonly verdict: "good" | "unwell" | "not seen";
  /** Present exactly when it is unwell. */
  readonly code?: ProblemCode;
  readonly sentence: string;
  readonly advice?: string;
}

/** Compares what a plan needs of an engine with what was read there. */
export function judgeEngine(needs: EngineNeeds, readings: EngineReadings): readonly Check[] {
  return [
    judgeReach(needs, readings),
    judgePlatform(readings),
    ...judgeProcessor(readings),
    ...judgeCapacity(needs, readings),
    judgeDisk(needs, readings),
    ...judgePorts(needs, readings),
    ...judgeOutbound(needs, readings),
  ];
}

/**
 * One command for the engine's machine that shows what is not seen from here; undefined when all is seen.
 * It only looks. A line for each thing, so that none is too long for a screen.
 */
export function commandThere(needs: EngineNeeds, readings: EngineReadings): string | undefined {
  const { processor, freeDiskMiB, ports, hosts, engine } = readings;
  if ([processor, freeDiskMiB, ports, hosts].every((reading) => reading.seen)) return undefined;
  const folder = engine.seen ? engine.value.rootFolder : "/var/lib/docker";
  const parts = [
    ...(processor.seen ? [] : ["grep -om1 avx2 /proc/cpuinfo", "lscpu | grep -i mhz"]),
    ...(freeDiskMiB.seen ? [] : [`df -h ${folder}`]),
    ...(ports.seen ? [] : ["ss -Hltn"]),
    ...(hosts.seen ? [] : needs.hosts.map((host) => `curl -sSo /dev/null https://${host}`)),
  ];
  const [, target] = /^ssh:\/\/(.+?)\/?$/.exec(needs.host ?? "") ?? [];
  const [, user, port] = /^(.+):(\d+)$/.exec(target ?? "") ?? [];
  const there = user === undefined ? target : `-p ${port} ${user}`;
  return there === undefined ? parts.join("\n") : `ssh ${there} '\n${parts.join("\n")}'`;
}

const good = (check: Check["check"], sentence: string): Check => ({ check, verdict: "good", sentence });
const notSeen = (check: Check["check"], { why }: { readonly why: string }): Check => ({
  check,
  verdict: "not seen",
  sentence: why,
});
const unwell = (check: Check["check"], code: ProblemCode, sentence: string, advice: string): Check => ({
  check,
  verdict: "unwell",
  code,
  sentence,
  advice,
});

function judgeReach({ host = "the local engine" }: EngineNeeds, { engine }: EngineReadings): Check {
  if (engine.seen) {
    const { version, name, operatingSystem } = engine.value;
    return good("engine", `${version} on ${name} (${operatingSystem}), ${host}`);
  }
  return "unreachable" in engine
    ? unwell("engine", "SPC820", `${host}: ${engine.why}`, "start it, or check engine.host and the way to it")
    : notSeen("engine", engine);
}

function judgePlatform({ engine }: EngineReadings): Check {
  if (!engine.seen) return notSeen("platform", { why: "the engine did not say what it runs" });
  const { osType, architecture } = engine.value;
  const { osType: os, architectures } = requiredPlatform.value;
  return osType === os && architectures.includes(architecture)
    ? good("platform", `${osType} containers on ${architecture}`)
    : unwell(
        "platform",
        "SPC821",
        `it runs ${osType} containers on ${architecture}; the images are for Linux on x86_64`,
        "switch to Linux containers, or use another engine",
      );
}

function judgeProcessor({ processor }: EngineReadings): readonly Check[] {
  if (!processor.seen) return [notSeen("avx2", processor), notSeen("core speed", processor)];
  const { model, hasAvx2, megahertz } = processor.value;
  const { megahertz: least } = requiredProcessor.value;
  return [
    hasAvx2
      ? good("avx2", `${model} has it`)
      : unwell(
          "avx2",
          "SPC822",
          `${model} does not show it, and no Speech container starts without`,
          "use another machine, or pass the host's processor through to the virtual one",
        ),
    judgeSpeed(megahertz, least),
  ];
}

/** A processor of 2.6 GHz says 2596 MHz; a tenth of a GHz is what the documents count in. */
function judgeSpeed(megahertz: number | undefined, least: number): Check {
  if (megahertz === undefined) return notSeen("core speed", { why: "the processor does not tell its speed" });
  return Math.round(megahertz / 100) * 100 >= least
    ? good("core speed", gigahertz(megahertz))
    : unwell("core speed", "SPC823", `${gigahertz(megahertz)}, below ${gigahertz(least)}`, "use faster cores");
}

const gigahertz = (megahertz: number): string => `${(megahertz / 1000).toFixed(1)} GHz`;

function judgeCapacity({ cores, memoryMiB, reserved }: EngineNeeds, { capacity }: EngineReadings): readonly Check[] {
  if (!capacity.seen) return [notSeen("cores", capacity), notSeen("memory", capacity)];
  const has = capacity.value;
  const advice = "use smaller sizes, fewer containers or another engine";
  const needed = (planned: string, kept: string, isKept: boolean): string =>
    `${planned} are planned${isKept ? ` and ${kept} reserved` : ""}`;
  const coresText = `${describeCores(has.cores)}; ${needed(`${cores}`, `${reserved.cores}`, reserved.cores > 0)}`;
  const memoryText =
    `${roughly(has.memoryMiB)}; ` +
    needed(describeMemory(memoryMiB), describeMemory(reserved.memoryMiB), reserved.memoryMiB > 0);
  return [
    cores + reserved.cores <= has.cores ? good("cores", coresText) : unwell("cores", "SPC824", coresText, advice),
    memoryMiB + reserved.memoryMiB <= has.memoryMiB
      ? good("memory", memoryText)
      : unwell("memory", "SPC825", memoryText, advice),
  ];
}

/** A measured amount is never a whole number of gigabytes. */
const roughly = (mebibytes: number): string => `${(mebibytes / 1024).toFixed(1)} GB`;

function judgeDisk({ images }: EngineNeeds, { freeDiskMiB, images: held }: EngineReadings): Check {
  const missing = held.seen ? images.filter((image) => !held.value.includes(image)) : images;
  if (missing.length === 0) return good("disk", "every image is there already");
  const needed = missing.length * imageDisk.value;
  const toPull = `${missing.length} ${missing.length === 1 ? "image" : "images"} to pull, about ${describeMemory(needed)} (estimated)`;
  if (!freeDiskMiB.seen) return { ...notSeen("disk", freeDiskMiB), sentence: `${freeDiskMiB.why}; ${toPull}` };
  const text = `${roughly(freeDiskMiB.value)} free; ${toPull}`;
  return needed <= freeDiskMiB.value
    ? good("disk", text)
    : unwell("disk", "SPC826", text, "free some space where the engine keeps its images");
}

function judgePorts({ ports: needed }: EngineNeeds, { ports, published }: EngineReadings): readonly Check[] {
  const holders = new Map(published.seen ? published.value.map(({ port, engineName }) => [port, engineName]) : []);
  const judged = needed.map(({ of, engineName, address, host }) => {
    const holder = holders.get(host);
    if (holder === engineName) return { host, state: "held" as const };
    if (holder !== undefined) return { host, state: "taken" as const, why: `${host} for ${of} is taken by ${holder}` };
    const state = ports.seen ? ports.value.get(`${address}:${host}`) : undefined;
    if (state === "taken") return { host, state, why: `${host} for ${of} is taken on ${address}` };
    if (state === "no address of this machine") return { host, state: "taken" as const, why: `${address}: ${state}` };
    return { host, state: state ?? ("not seen" as const) };
  });
  const named = (state: string): string =>
    judged
      .filter((one) => one.state === state)
      .map(({ host }) => host)
      .join(", ");
  const [free, held, hidden] = [named("free"), named("held"), named("not seen")];
  return [
    ...(free === "" ? [] : [good("ports", `${free} free`)]),
    ...(held === "" ? [] : [good("ports", `${held} held by what is deployed already`)]),
    ...judged.flatMap(({ why }) =>
      why === undefined ? [] : [unwell("ports", "SPC827", why, "give it another port, or stop what listens there")],
    ),
    ...(hidden === "" ? [] : [notSeen("ports", { why: `${hidden}: ${whyHidden(ports)}` })]),
  ];
}

function whyHidden(ports: Reading<unknown>): string {
  return ports.seen ? "this user may not listen there" : ports.why;
}

function judgeOutbound(needs: EngineNeeds, { hosts }: EngineReadings): readonly Check[] {
  if (!hosts.seen) return [notSeen("outbound", hosts)];
  const lost = needs.hosts.flatMap((host) => {
    const reason = hosts.value.get(host);
    return reason === undefined ? [] : [{ host, reason }];
  });
  const reached = needs.hosts.filter((host) => !lost.some((one) => one.host === host));
  const advice = isLocalEngine(needs) ? "open TCP 443 to it, without inspection of packets" : "open TCP 443 to it";
  return [
    ...(reached.length === 0 ? [] : [good("outbound", `443 to ${reached.join(", ")}`)]),
    ...lost.map(({ host, reason }) =>
      unwell("outbound", "SPC828", `443 to ${host} is not reached (${reason})`, advice),
    ),
  ];
}
