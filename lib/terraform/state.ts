import type { SynthesizedStack } from "./manifest";
import type { ResourceValues, StateJson, ValuesModule } from "../domain/plan-json";
import { askTerraform, type TerraformSession } from "./session";

/** What Terraform manages in a stack, as it was at the end of the last run. */
export interface ManagedResource {
  readonly address: string;
  readonly type: string;
  /** Secrets in clear: for judging, never for printing. */
  readonly values: unknown;
}

/** The managed resources in the state of a stack; none before the first deploy. */
export async function readManagedResources(
  session: TerraformSession,
  stack: SynthesizedStack,
): Promise<readonly ManagedResource[]> {
  return readResources(session, stack, ["managed"]);
}

/** What the state of a stack knows, data sources included; nothing before the first deploy. */
export async function readKnownResources(
  session: TerraformSession,
  stack: SynthesizedStack,
): Promise<readonly ManagedResource[]> {
  return readResources(session, stack, ["managed", "data"]);
}

async function readResources(
  session: TerraformSession,
  stack: SynthesizedStack,
  modes: readonly string[],
): Promise<readonly ManagedResource[]> {
  const { values } = await askTerraform<StateJson>(session, stack, ["show", "-json"]);
  return values?.root_module === undefined ? [] : resourcesOf(values.root_module, modes);
}

function resourcesOf(module: ValuesModule, modes: readonly string[]): readonly ManagedResource[] {
  const asked = (module.resources ?? []).filter(({ mode = "" }: ResourceValues) => modes.includes(mode));
  return [
    ...asked.map(({ address = "", type = "", values }) => ({ address, type, values })),
    ...(module.child_modules ?? []).flatMap((child) => resourcesOf(child, modes)),
  ];
}
