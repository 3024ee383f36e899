import { extname, join } from "node:path";

const extension = extname(__filename);

/** Path of a module of this folder as it runs now: compiled, or TypeScript under tsx or a test runner. */
export const scriptPath = (...name: readonly string[]): string => `${join(__dirname, ...name)}${extension}`;

/** Node options under which a script of ours runs in a process or thread of its own. */
export const scriptOptions = (): readonly string[] =>
  extension === ".ts" ? ["--require", require.resolve("tsx/cjs")] : [];
