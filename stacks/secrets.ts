import { type TerraformStack, TerraformVariable } from "cdktf";
import type { Secrets } from "../lib/constructs/docker/translate";
import { SensitiveValue } from "../lib/constructs/sensitive-value";
import type { SecretName } from "../lib/domain/catalogue/container-settings";
import type { SitePlan } from "../lib/domain/plan";

/** The variable of each secret: a published contract, since users give its value as `TF_VAR_<name>`. */
const variables: Readonly<Record<SecretName, { readonly name: string; readonly description: string }>> = {
  applicationInsightsKey: {
    name: "speech_application_insights_key",
    description: "The instrumentation key of Application Insights",
  },
  proxyCredentials: {
    name: "speech_proxy_credentials",
    description: "user:password at the proxy of the containers",
  },
};

/** A sensitive variable for each secret that the settings of a site's containers name, and for no other. */
export function addSecrets(stack: TerraformStack, { containers }: SitePlan): Secrets {
  const named = containers
    .flatMap(({ settings }) => settings)
    .flatMap(({ value }) => (value.kind === "secret" ? [value.secret] : []));
  return Object.fromEntries(
    [...new Set(named)].map((secret) => {
      const { name, description } = variables[secret];
      const variable = new TerraformVariable(stack, name, { type: "string", sensitive: true, description });
      return [secret, SensitiveValue.fromVariable(variable)];
    }),
  );
}
