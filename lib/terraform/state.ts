import type { SynthesizedStack } from "./manifest";
import type { ResourceValues, StateJson, ValuesModule } from "./plan-json";
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
  const { values } = await askTerraform<StateJson>(session, stack, ["show", "-json"]);
  return values?.root_module === undefined ? [] : resourcesOf(values.root_module);
}

function resourcesOf(module: ValuesModule): readonly ManagedResource[] {
  const managed = (module.resources ?? []).filter(({ mode }: ResourceValues) => mode === "managed");
  return [
    ...managed.map(({ address = "", type = "", values }) => ({ address, type, values })),
    ...(module.child_modules ?? []).flatMap(resourcesOf),
  ];
}
