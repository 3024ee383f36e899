import { SandboxError } from "./sandbox-error";

interface Named {
  readonly name: string;
}

/** Finds a container by its name on the engine, or by the end of that name after a dash when only one fits. */
export function findByName<Container extends Named>(containers: readonly Container[], name: string): Container {
  const exact = containers.filter((container) => container.name === name);
  const fitting = exact.length > 0 ? exact : containers.filter((container) => container.name.endsWith(`-${name}`));
  const [found] = fitting;
  if (found !== undefined && fitting.length === 1) return found;
  const known = (found === undefined ? containers : fitting).map((container) => container.name).join(", ");
  throw new SandboxError(
    "SPC703",
    found === undefined ? `the sandbox has no container "${name}"` : `"${name}" names more than one container`,
    known === "" ? "There is none yet: deploy first." : `There are: ${known}.`,
  );
}
