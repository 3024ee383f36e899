import { existsSync } from "node:fs";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of every Terraform process that we start: the user's own, without what makes Terraform ask,
 * phone home or warn about a CLI configuration file that does not exist.
 */
export function terraformEnvironment(user: Environment, additions: Environment = {}): Environment {
  const { TF_CLI_CONFIG_FILE: configFile, ...rest } = user;
  return {
    ...rest,
    ...(configFile !== undefined && existsSync(configFile) ? { TF_CLI_CONFIG_FILE: configFile } : {}),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    ...additions,
  };
}

/** Values of the sensitive variables of a stack that arrive as `TF_VAR_…`. */
export function sensitiveVariablesOf(environment: Environment, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => environment[`TF_VAR_${name}`] ?? []);
}

/** Names of variables that hold a credential, such as `ARM_CLIENT_SECRET` and `AWS_SECRET_ACCESS_KEY`; ids are none. */
const CREDENTIAL_NAME = /SECRET|PASSWORD|TOKEN|_KEY$/;

/** Values of the credentials that an environment holds for Azure, for a backend, or as Terraform variables. */
export function credentialsOf(environment: Environment): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && CREDENTIAL_NAME.test(name.toUpperCase()) ? [value] : [],
  );
}
