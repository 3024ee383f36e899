/** The thread of one simulated container. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { ListenOptions } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { timerMilliseconds } from "../timer";
import { billingAnswer, type Trouble } from "../trouble";
import type { ApiStatus } from "./api-status";
import { startSpeechContainer } from "./container";
import { openContainerLog } from "./container-log";
import { openCalls } from "./calls";
import type { FoundRoute, FromWorker, ToWorker, WorkerInput } from "./messages";
import { modelJobOf } from "./job";
import { folderOf, licenseJobOf } from "./license";
import type { Route } from "./outgoing";
import { pacedClock, speechOf } from "./plug";
import { speechListener } from "./routes";
import { readSettings } from "./settings";
import { reasonsNotToStart } from "./start-check";

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

const bind = (server: Server, place: ListenOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(place, resolve);
  });

/** Exit code of a .NET program that ends by an exception nobody catches (SIGABRT). */
const CRASHED = 134;

/** As on a real engine, the ports are taken before the program runs, and by whatever program it is. */
async function run({ spec, bindings, inside }: WorkerInput): Promise<void> {
  const places = [
    ...bindings.map(({ address, port, serves }) => ({ serves, at: { host: address, port, exclusive: true } })),
    { serves: true, at: { path: inside } },
  ];
  const servers = places.map(({ at, serves }) => ({ server: createServer(), at, serves }));
  try {
    await Promise.all(servers.map(({ server, at }) => bind(server, at)));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    tell({ kind: "notBound", code, message });
    return process.exit(1);
  }
  tell({ kind: "bound" });

  const billingCalls = openCalls<ApiStatus>();
  const routeCalls = openCalls<FoundRoute>();
  let billing: ApiStatus | undefined;
  let slowMilliseconds = 0;
  const judgeKey = (endpoint: string, key: string, license = false): Promise<ApiStatus> =>
    billing === undefined
      ? billingCalls.ask((call) => tell({ kind: "judgeKey", call, endpoint, key, license }))
      : Promise.resolve(billing);
  const settings = readSettings(spec.command, spec.env);
  const startable = reasonsNotToStart(settings, { needsModel: false }).length === 0;
  const licenseJob = startable ? licenseJobOf(spec, settings) : undefined;
  const job = licenseJob ?? (startable ? modelJobOf(spec, settings) : undefined);
  if (job !== undefined) {
    parentPort?.on("message", (message: ToWorker) => {
      if (message.kind === "judged") billingCalls.answer(message.call, message.apiStatus);
    });
    const { lines, exitCode } = await job(() =>
      judgeKey(settings.get("billing") ?? "", settings.get("apikey") ?? "", job === licenseJob),
    );
    for (const line of lines) tell({ kind: "log", line });
    return process.exit(exitCode);
  }
  const output = folderOf(spec, settings, "mounts:output");
  const log = openContainerLog(settings, {
    console: (line) => tell({ kind: "log", line }),
    ...(output === undefined ? {} : { files: join(output, spec.image.service, spec.id) }),
    now: Date.now,
  });
  const started = startSpeechContainer(spec, {
    log,
    healthChanged: (health) => tell({ kind: "health", health }),
    judgeKey,
    random: Math.random,
  });
  if ("refused" in started) {
    for (const line of started.refused) tell({ kind: "log", line });
    return process.exit(1);
  }

  const clock = pacedClock(spec.clock);
  const findRoute = async ({ href }: URL): Promise<Route> => {
    const found = await routeCalls.ask((call) => tell({ kind: "route", call, url: href }));
    if ("refused" in found) throw new Error(found.refused);
    return found;
  };
  const speech = speechOf(started, clock, log, findRoute);
  const listener = speechListener(started, speech);
  /** Answers as much later as the container is slow now. */
  const late =
    <Words extends readonly unknown[]>(answer: (...words: Words) => void) =>
    (...words: Words): void => {
      if (slowMilliseconds === 0) answer(...words);
      else setTimeout(answer, timerMilliseconds(slowMilliseconds), ...words);
    };
  const begin = async (trouble: Trouble): Promise<void> => {
    if (trouble.slowMilliseconds !== undefined) slowMilliseconds = trouble.slowMilliseconds;
    if (trouble.billing !== undefined) {
      billing = billingAnswer(trouble.billing);
      await started.callNow();
    }
    if (trouble.crash === true) {
      log("Unhandled exception: the crash that was asked for.", "Critical");
      process.exit(CRASHED);
    }
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (speech.upgrade(request, socket, head)) return started.used();
    socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  };
  for (const { server, serves } of servers) {
    if (serves) {
      server.on("request", late(listener));
      server.on("upgrade", (_request, socket) => socket.on("error", () => socket.destroy()));
      server.on("upgrade", late(upgrade));
    } else server.on("connection", (socket) => socket.destroy());
  }
  parentPort?.on("message", (message: ToWorker) => {
    if (message.kind === "clock") {
      clock.setPace(message.clock);
      return started.setClock(message.clock);
    }
    if (message.kind === "trouble") {
      const { number } = message;
      return void begin(message.trouble).then(() => tell({ kind: "troubled", number }));
    }
    if (message.kind === "routed") return routeCalls.answer(message.call, message.route);
    billingCalls.answer(message.call, message.apiStatus);
  });
}

run(workerData as WorkerInput).catch((error: unknown) => {
  throw error;
});
