#!/usr/bin/env node
import { run } from "./run";
import { processTerminal } from "./terminal";

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processTerminal());
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 2;
});
