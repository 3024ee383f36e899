import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectWith, speechContainers, type Result } from "./command-line";

/** What `plan --json` tells of a stack. */
export interface PlannedStack {
  readonly stack: string;
  readonly status: string;
  readonly changed: boolean;
  readonly changes: readonly {
    readonly address: string;
    readonly action: string;
    readonly because: readonly string[];
  }[];
}

/** A project with a sandbox of its own. Every call runs there; all that was printed is kept. */
export interface SandboxedProject {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs the command line as it stands. */
  run(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Result>;
  deploy(file: string, environment?: Readonly<Record<string, string>>): Promise<Result>;
  /** Changes by address, such as `docker_container.captions: replace`; empty when nothing changes. */
  changes(file: string): Promise<readonly string[]>;
  plan(file: string): Promise<readonly PlannedStack[]>;
  /** Verdicts by container, such as `captions answers`. */
  verdicts(file: string): Promise<readonly string[]>;
  printed(): string;
  remove(): Promise<void>;
}

export function sandboxedProject(): SandboxedProject {
  const folder = projectWith({});
  let printed = "";
  const run = async (words: readonly string[], environment = {}): Promise<Result> => {
    const result = await speechContainers(folder, words, environment);
    printed += result.stdout + result.stderr;
    return result;
  };
  const plan = async (file: string): Promise<readonly PlannedStack[]> => {
    const { stdout } = await run(["plan", file, "--sandbox", "--json"]);
    return (JSON.parse(stdout) as { stacks: readonly PlannedStack[] }).stacks;
  };
  return {
    folder,
    write: (file, text) => writeFileSync(join(folder, file), text),
    run,
    plan,
    deploy: (file, environment) => run(["deploy", file, "--sandbox", "--auto-approve"], environment),
    changes: async (file) =>
      (await plan(file)).flatMap(({ changes }) => changes.map(({ address, action }) => `${address}: ${action}`)).sort(),
    verdicts: async (file) => {
      const { stdout } = await run(["verify", file, "--sandbox", "--json", "--timeout", "30s"]);
      const { containers } = JSON.parse(stdout) as { containers: readonly { name: string; verdict: string }[] };
      return containers.map(({ name, verdict }) => `${name} ${verdict}`).sort();
    },
    printed: () => printed,
    remove: async () => {
      await run(["sandbox", "down"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
