/** The thread of one simulated container. */
import { createServer, type Server } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import type { ApiStatus } from "./api-status";
import { startSpeechContainer } from "./container";
import type { FromWorker, ToWorker, WorkerInput } from "./messages";
import { pacedClock, speechOf } from "./plug";
import { speechListener } from "./routes";

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

const bind = (server: Server, address: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: address, port, exclusive: true }, resolve);
  });

/** As on a real engine, the ports are taken before the program runs, and by whatever program it is. */
async function run({ spec, bindings }: WorkerInput): Promise<void> {
  const servers = bindings.map(() => createServer());
  try {
    await Promise.all(bindings.map(({ address, port }, index) => bind(servers[index] as Server, address, port)));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    tell({ kind: "notBound", code, message });
    return process.exit(1);
  }
  tell({ kind: "bound" });

  let lastCall = 0;
  const calls = new Map<number, (apiStatus: ApiStatus) => void>();
  const started = startSpeechContainer(spec, {
    log: (line) => tell({ kind: "log", line }),
    healthChanged: (health) => tell({ kind: "health", health }),
    judgeKey: (endpoint, key) =>
      new Promise((resolve) => {
        const call = ++lastCall;
        calls.set(call, resolve);
        tell({ kind: "judgeKey", call, endpoint, key });
      }),
    random: Math.random,
  });
  if ("refused" in started) {
    for (const line of started.refused) tell({ kind: "log", line });
    return process.exit(1);
  }

  const log = (line: string): void => tell({ kind: "log", line });
  const clock = pacedClock(spec.clock);
  const speech = speechOf(started, clock, log);
  const listener = speechListener(started, speech);
  servers.forEach((server, index) => {
    if (bindings[index]?.serves === true) {
      server.on("request", listener);
      server.on("upgrade", (request, socket, head) => {
        if (speech.upgrade(request, socket, head)) return;
        socket.on("error", () => socket.destroy());
        socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      });
    } else server.on("connection", (socket) => socket.destroy());
  });
  parentPort?.on("message", (message: ToWorker) => {
    if (message.kind === "clock") {
      clock.setPace(message.clock);
      return started.setClock(message.clock);
    }
    calls.get(message.call)?.(message.apiStatus);
    calls.delete(message.call);
  });
}

run(workerData as WorkerInput).catch((error: unknown) => {
  throw error;
});
