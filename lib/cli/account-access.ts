import type { AccountPlan, DeploymentPlan } from "../domain";
import { initialize, readKnownResources, type SynthesizedStack } from "../terraform";
import { CommandFailure } from "./command-failure";
import type { Deployment } from "./deployment";

/** What a container needs of an account. The key stays in memory: it is given to an engine, never printed. */
export interface AccountAccess {
  readonly endpoint: string;
  readonly key: string;
}

const KEY_VARIABLE = "TF_VAR_speech_api_key";

/** The address of the account in every stack (docs: layouts). */
const ADDRESS = /^(?:data\.)?azurerm_cognitive_account\.speech$/;

/**
 * Endpoint and key of the deployment's account, as the last deploy left them in the state.
 *
 * @throws SPC646 before the first deploy, SPC619 when the variable of the key has no value
 */
export async function accountAccess(deployment: Deployment, plan: DeploymentPlan): Promise<AccountAccess> {
  const { account } = plan;
  if (account.kind === "endpoint") return { endpoint: account.endpoint, key: keyOfEnvironment(deployment) };
  for (const stack of deployment.stacks) {
    const found = await accountIn(deployment, stack, account);
    if (found !== undefined) return found;
  }
  throw new CommandFailure(
    "SPC646",
    `no state holds the account ${account.name} yet, whose key the job needs`,
    `run deploy${deployment.sandbox === undefined ? "" : " --sandbox"} first`,
  );
}

function keyOfEnvironment({ session }: Deployment): string {
  const key = session.environment[KEY_VARIABLE];
  if (key) return key;
  throw new CommandFailure("SPC619", `${KEY_VARIABLE} has no value`, `set ${KEY_VARIABLE} for this command`);
}

async function accountIn(
  { session, sandbox }: Deployment,
  stack: SynthesizedStack,
  { keySlot }: AccountPlan,
): Promise<AccountAccess | undefined> {
  await initialize(session, stack, { reconfigure: sandbox !== undefined });
  const resources = await readKnownResources(session, stack);
  const values = resources.find(({ address }) => ADDRESS.test(address))?.values as
    Readonly<Record<string, unknown>> | undefined;
  const endpoint = values?.endpoint;
  const key = values?.[`${keySlot}_access_key`];
  return typeof endpoint === "string" && typeof key === "string" && key !== "" ? { endpoint, key } : undefined;
}
