import { readFile, statfs } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { cpus, totalmem } from "node:os";
import { readProcessor } from "./cpuinfo";
import { type Capacity, type PortState, type Processor, type Reading, seen, unseen } from "./readings";

const BYTES_PER_MIB = 1024 * 1024;
const HTTPS = 443;
/** A host beyond a firewall that drops packets never answers. */
const ANSWER_WITHIN_MS = 5_000;

/** What is looked at on the machine that the command runs on. */
export interface Machine {
  capacity(): Capacity;
  processor(): Promise<Reading<Processor>>;
  freeDiskMiB(folder: string): Promise<Reading<number>>;
  portState(address: string, port: number): Promise<PortState | undefined>;
  /** Why TCP 443 of a host is not reached, in the system's word; undefined when it is. */
  whyNotReached(host: string): Promise<string | undefined>;
}

export const thisMachine: Machine = {
  capacity: () => ({ cores: cpus().length, memoryMiB: Math.floor(totalmem() / BYTES_PER_MIB) }),
  async processor() {
    const text = await readFile("/proc/cpuinfo", "utf8").catch(() => "");
    const processor = readProcessor(text);
    return processor === undefined ? unseen("this machine has no /proc/cpuinfo to read it from") : seen(processor);
  },
  async freeDiskMiB(folder) {
    try {
      const { bavail, bsize } = await statfs(folder);
      return seen(Math.floor((bavail * bsize) / BYTES_PER_MIB));
    } catch {
      return unseen(`${folder} is not to be looked into from here`);
    }
  },
  portState: (address, port) =>
    new Promise((resolve) => {
      const server = createServer();
      server.once("error", ({ code }: NodeJS.ErrnoException) => {
        if (code === "EADDRINUSE") resolve("taken");
        else resolve(code === "EADDRNOTAVAIL" ? "no address of this machine" : undefined);
      });
      server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve("free")));
    }),
  whyNotReached: (host) =>
    new Promise((resolve) => {
      const socket = connect({ host, port: HTTPS, timeout: ANSWER_WITHIN_MS });
      const end = (reason: string | undefined): void => {
        socket.destroy();
        resolve(reason);
      };
      socket.once("connect", () => end(undefined));
      socket.once("timeout", () => end("no answer"));
      socket.once("error", ({ code, name }: NodeJS.ErrnoException) => end(code ?? name));
    }),
};
