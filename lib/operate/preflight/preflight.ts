import { type EngineNeeds, isLocalEngine } from "../../domain";
import type { DockerCommand } from "../docker-command";
import { EngineFailure } from "../engine-door";
import { printable } from "../printable";
import { readImages, readInfo, readPublished, readServerErrors } from "./docker-answers";
import { type Check, commandThere, judgeEngine } from "./judge";
import { type Machine, thisMachine } from "./machine";
import { type EngineReadings, type Reading, seen, unseen } from "./readings";

/** What an engine is told of by the docker command, and what this machine shows of an engine that runs on it. */
export interface PreflightEdges {
  readonly docker: DockerCommand;
  readonly machine?: Machine;
}

/** The judgement on one engine. */
export interface Preflight {
  readonly needs: EngineNeeds;
  readonly checks: readonly Check[];
  /** For the engine's machine: shows what is not seen from here. */
  readonly commandThere?: string;
}

/** Looks at an engine and at the machine that it runs on. Changes nothing; never throws for what it does not find. */
export async function preflight(needs: EngineNeeds, edges: PreflightEdges): Promise<Preflight> {
  const readings = await read(needs, edges);
  const command = commandThere(needs, readings);
  return {
    needs,
    checks: judgeEngine(needs, readings),
    ...(command === undefined ? {} : { commandThere: command }),
  };
}

async function read(needs: EngineNeeds, { docker, machine = thisMachine }: PreflightEdges): Promise<EngineReadings> {
  const engine = await readEngine(docker);
  const listed = async <Value>(words: readonly string[], parse: (text: string) => Value): Promise<Reading<Value>> => {
    if (!engine.seen) return engine;
    const { exitCode, stdout } = await docker({ words });
    return exitCode === 0 ? seen(parse(stdout)) : unseen("the engine did not list it");
  };
  const [images, published] = await Promise.all([
    listed(["image", "ls", "--digests", "--format", "{{.Repository}}\t{{.Tag}}\t{{.Digest}}"], readImages),
    listed(["ps", "--format", "{{.Names}}\t{{.Ports}}"], readPublished),
  ]);
  const known = { engine, images, published };
  if (!isLocalEngine(needs)) {
    const elsewhere = unseen("another machine, not seen from here");
    const capacity = engine.seen ? seen(engine.value) : elsewhere;
    return { ...known, capacity, processor: elsewhere, freeDiskMiB: elsewhere, ports: elsewhere, hosts: elsewhere };
  }
  const [processor, freeDiskMiB, states, reasons] = await Promise.all([
    machine.processor(),
    engine.seen ? machine.freeDiskMiB(engine.value.rootFolder) : unseen("the engine did not say where it keeps images"),
    Promise.all(
      needs.ports.map(async ({ address, host }) => [address, host, await machine.portState(address, host)] as const),
    ),
    Promise.all(needs.hosts.map(async (host) => [host, await machine.whyNotReached(host)] as const)),
  ]);
  return {
    ...known,
    capacity: seen(engine.seen ? engine.value : machine.capacity()),
    processor,
    freeDiskMiB,
    ports: seen(
      new Map(states.flatMap(([address, port, state]) => (state === undefined ? [] : [[`${address}:${port}`, state]]))),
    ),
    hosts: seen(new Map(reasons)),
  };
}

async function readEngine(docker: DockerCommand): Promise<EngineReadings["engine"]> {
  try {
    const { exitCode, stdout, stderr } = await docker({ words: ["info", "--format", "{{json .}}"] });
    const facts = readInfo(stdout);
    if (facts !== undefined) return seen(facts);
    const [first = stderr.trim().split("\n").at(-1) ?? ""] = readServerErrors(stdout);
    if (exitCode === 0 && first === "") return unseen("it answers, but not as a Docker engine does");
    return { ...unseen(printable(first === "" ? "it does not answer" : first)), unreachable: true };
  } catch (error) {
    if (error instanceof EngineFailure) return unseen(error.message);
    throw error;
  }
}
