import type { Finding } from "./judge";

/** The parts that are read of `terraform show -json` of a plan made after a refresh. */
export interface EngineView {
  readonly resource_changes?: readonly {
    readonly type: string;
    readonly action_reason?: string;
    readonly change: { readonly actions: readonly string[]; readonly before?: unknown; readonly after?: unknown };
  }[];
  readonly resource_drift?: readonly {
    readonly type: string;
    readonly change: { readonly actions: readonly string[]; readonly before?: unknown };
  }[];
}

interface ContainerAttributes {
  readonly name?: string;
  readonly ports?: readonly unknown[];
  readonly exit_code?: number | null;
}

const crashLoop: Finding = {
  verdict: "crash loop",
  code: "SPC810",
  sentence: "the container ends again and again, and its engine restarts it",
  advice: "read its log: the last lines name the setting that is wrong or missing",
  final: true,
};

const stopped = (how: string): Finding => ({
  verdict: "stopped",
  code: "SPC811",
  sentence: how,
  advice: "deploy: it puts the container back",
  final: true,
});

/**
 * What the engine knows of containers that nobody answers for, by their names on the engine. With `must_run = false` a
 * container that does not run has no port bindings, so a plan replaces it because of `ports`; `exit_code` is a number
 * once it has ended, null while it is being restarted (providers.md 0, measured). Containers that run are not in the
 * answer.
 */
export function readEngineStates(plan: EngineView): ReadonlyMap<string, Finding> {
  const states = new Map<string, Finding>();
  for (const { type, change } of plan.resource_drift ?? []) {
    const { name } = attributes(change.before);
    if (type === "docker_container" && name !== undefined && change.actions.includes("delete")) {
      states.set(name, stopped("the container is gone from its engine"));
    }
  }
  for (const { type, action_reason: reason, change } of plan.resource_changes ?? []) {
    if (type !== "docker_container") continue;
    const before = attributes(change.before);
    const { name } = attributes(change.after);
    if (name !== undefined && change.actions.join() === "create" && !states.has(name)) {
      states.set(name, stopped("the container is not on its engine"));
    }
    if (before.name === undefined) continue;
    if (reason === "replace_because_tainted") {
      states.set(before.name, stopped("the container was made but did not start"));
    } else if (losesPorts(before, attributes(change.after))) {
      const exitCode = before.exit_code ?? undefined;
      states.set(
        before.name,
        exitCode === undefined ? crashLoop : stopped(`the container has ended (exit code ${exitCode})`),
      );
    }
  }
  return states;
}

function losesPorts(before: ContainerAttributes, after: ContainerAttributes): boolean {
  return before.ports?.length === 0 && (after.ports?.length ?? 0) > 0;
}

function attributes(value: unknown): ContainerAttributes {
  return typeof value === "object" && value !== null ? value : {};
}
