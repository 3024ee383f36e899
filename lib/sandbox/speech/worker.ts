/** The thread of one simulated container. */
import { createServer, type Server } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import type { ApiStatus } from "./api-status";
import { startSpeechContainer } from "./container";
import type { FromWorker, ToWorker, WorkerInput } from "./messages";
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

  const listener = speechListener(started);
  servers.forEach((server, index) => {
    if (bindings[index]?.serves === true) server.on("request", listener);
    else server.on("connection", (socket) => socket.destroy());
  });
  parentPort?.on("message", (message: ToWorker) => {
    if (message.kind === "clock") return started.setClock(message.clock);
    calls.get(message.call)?.(message.apiStatus);
    calls.delete(message.call);
  });
}

run(workerData as WorkerInput).catch((error: unknown) => {
  throw error;
});
