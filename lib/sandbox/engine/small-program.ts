import type { ContainerRuntime } from "../runtime";

/**
 * The program of the recorded cases: alive while a word or variable reads `Eula=accept`, else it exits with 1. `/probe`
 * succeeds, everything else fails. It listens nowhere.
 */
export function smallProgram(): ContainerRuntime {
  return {
    async start({ command, env }, { exited, log }) {
      if (![...command, ...env].includes("Eula=accept")) {
        log("Eula=accept is missing");
        exited(1);
      }
      return {
        stop: async () => undefined,
        probe: (test) => (test.includes("/probe") ? "healthy" : "unhealthy"),
      };
    },
    removeVolume: async () => undefined,
  };
}
