/** Two simulated containers, each in a thread as in the sandbox: what `bench/load.ts` puts under load. */
import { join } from "node:path";
import { smallProgram } from "../../lib/sandbox/engine";
import { speechImage } from "../../lib/sandbox/speech/images";
import { speechRuntime } from "../../lib/sandbox/speech/runtime";

const MCR = "mcr.microsoft.com/azure-cognitive-services/speechservices";
const images = [
  `${MCR}/speech-to-text:4.12.0-amd64-en-us`,
  `${MCR}/neural-text-to-speech:3.12.0-amd64-en-us-arianeural`,
];

async function main([folder = "", ...ports]: readonly string[]): Promise<void> {
  const runtime = speechRuntime({
    speechImage,
    otherwise: smallProgram(),
    judgeKey: () => "Valid",
    outside: () => undefined,
    socketFolder: folder,
    volumesFolder: join(folder, "volumes"),
    pace: () => ({ loadingMilliseconds: 0, clock: 1 }),
  });
  await Promise.all(
    images.map((imageName, index) =>
      runtime.start(
        {
          id: String(index),
          name: String(index),
          engine: "127.0.0.1",
          imageName,
          command: ["Eula=accept", "Billing=https://host/", "ApiKey=none"],
          env: [],
          ports: [{ address: "127.0.0.1", host: Number(ports[index]), container: 5000 }],
          mounts: [],
        },
        { exited: (code) => process.exit(code), log: () => undefined, resolve: () => undefined },
      ),
    ),
  );
  process.on("message", () => process.send?.(process.memoryUsage.rss()));
  process.send?.("ready");
}

main(process.argv.slice(2)).catch((problem: unknown) => {
  console.error(problem);
  process.exitCode = 1;
});
