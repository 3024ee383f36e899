import { join } from "node:path";

/** Where a server of this process listens for others of this machine: a file in a short private folder, on Windows a pipe. */
export const socketPathIn = (folder: string, name: string): string =>
  process.platform === "win32" ? `\\\\.\\pipe\\spc-${process.pid}-${name}` : join(folder, name);
