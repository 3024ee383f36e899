/**
 * Load on the two simulated containers of `apps/load-server.ts`: 15 clients recognize in real time while 15 synthesize without
 * a pause, for a minute; then 100 of each at once. Anything that fails, or a memory that grows, is exit 1.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { median, misses, type Comparison } from "./compare";
import { recognize, synthesize } from "./load-clients";
import { project } from "./process";
import { table } from "./table";

const CLIENTS = 15;
const AT_ONCE = 100;
const SECONDS = 60;
const SENTENCE = "The train to Leeds leaves at nine.";
const BYTES_PER_MILLISECOND = 32;
/** Between two sentences, so that each is a phrase of its own. */
const SILENCE = Buffer.alloc(1000 * BYTES_PER_MILLISECOND);
/** A heap that is not collected yet is no growth. */
const GROWTH = 1.15;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function memoryOf(server: ChildProcess): Promise<number> {
  server.send("memory");
  const [bytes] = (await once(server, "message")) as [number];
  return bytes / 1024 ** 2;
}

function all(found: readonly string[], count: number): void {
  const wrong = found.filter((text) => text !== SENTENCE);
  if (wrong.length > 0 || found.length !== count) {
    throw new Error(`${found.length} of ${count} phrases came, ${wrong.length} of them wrong`);
  }
}

/** A minute of everything; gives the server's memory each second and what was done. */
async function minute(server: ChildProcess, hears: number, speaks: number): Promise<Comparison[]> {
  const sentence = Buffer.concat([await synthesize(speaks, SENTENCE), SILENCE]);
  const sentences = Math.ceil((SECONDS * 1000 * BYTES_PER_MILLISECOND) / sentence.length);
  const recording = Buffer.concat(Array.from({ length: sentences }, () => sentence));
  const memory: number[] = [];
  const over = new AbortController();
  let syntheses = 0;

  const speakers = Array.from({ length: CLIENTS }, async () => {
    while (!over.signal.aborted) {
      const { length } = await synthesize(speaks, SENTENCE);
      if (length + SILENCE.length !== sentence.length) throw new Error(`a synthesis has ${length} bytes`);
      syntheses++;
    }
  });
  const watch = (async () => {
    while (!over.signal.aborted) {
      memory.push(await memoryOf(server));
      await pause(1000);
    }
  })();
  const listeners = Array.from({ length: CLIENTS }, () => recognize(hears, recording, true));
  const [heard] = await Promise.all([Promise.all(listeners).finally(() => over.abort()), watch, ...speakers]);
  for (const { texts } of heard) all(texts, sentences);
  process.stdout.write(
    `  ${CLIENTS} recognized ${CLIENTS * sentences} phrases in real time, ${CLIENTS} made ${syntheses} syntheses\n`,
  );
  const quarter = Math.floor(memory.length / 4);
  return [
    {
      name: "memory, last against 2nd 15 s",
      unit: "MB",
      ours: median(memory.slice(-quarter)),
      baseline: median(memory.slice(quarter, 2 * quarter)),
      goal: GROWTH,
    },
    {
      name: "late after a minute of audio",
      unit: "ms",
      ours: median(heard.map(({ late }) => late)),
      baseline: recording.length / BYTES_PER_MILLISECOND,
    },
  ];
}

async function atOnce(hears: number, speaks: number): Promise<Comparison[]> {
  const hundred = <Result>(work: () => Promise<Result>): Promise<Result[]> =>
    Promise.all(Array.from({ length: AT_ONCE }, work));
  const start = performance.now();
  const spoken = await hundred(() => synthesize(speaks, SENTENCE));
  const made = performance.now() - start;
  const [audio = SILENCE] = spoken;
  const heard = await hundred(() => recognize(hears, audio, false));
  const understood = performance.now() - start - made;
  all(
    heard.flatMap(({ texts }) => texts),
    AT_ONCE,
  );
  const baseline = (AT_ONCE * audio.length) / BYTES_PER_MILLISECOND;
  return [
    { name: `${AT_ONCE} made at once, all playing`, unit: "ms", ours: made, baseline },
    { name: `${AT_ONCE} heard at once, all playing`, unit: "ms", ours: understood, baseline },
  ];
}

async function main(): Promise<void> {
  const [hears, speaks] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), "speech-load-"));
  const server = fork(join(project, "bench", "apps", "load-server.ts"), [folder, String(hears), String(speaks)], {
    execArgv: ["--import", "tsx"],
  });
  try {
    await once(server, "message");
    const found = [...(await minute(server, hears, speaks)), ...(await atOnce(hears, speaks))];
    console.log(table(found));
    process.exitCode = found.some(misses) ? 1 : 0;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
