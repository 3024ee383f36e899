import { type Cloud, CloudError, SUBSCRIPTION } from "../../azure";
import type { Diagnostic } from "../validate";
import { onlyBlock, textOf, type Value, type ValueObject } from "../value";

/** What a configured azurerm provider holds. */
export interface AzureClient {
  readonly cloud: Cloud;
  readonly subscription: string;
  readonly purgesAccounts: boolean;
  readonly keepsFullGroups: boolean;
}

const first = (value: Value | undefined): ValueObject => onlyBlock(value) ?? {};

/** Refuses a provider block without `features`. */
export function validateAzure(config: ValueObject): readonly Diagnostic[] {
  const features = config["features"];
  if (Array.isArray(features) && features.length > 0) return [];
  return [
    {
      severity: "ERROR",
      summary: "Missing required argument",
      detail: 'The argument "features" is required, but no definition was found.',
      path: ["features"],
    },
  ];
}

/** Arguments that ask for another cloud than the sandbox. */
const ELSEWHERE = ["metadata_host", "environment"] as const;

export function configureAzure(config: ValueObject, cloud: Cloud): AzureClient {
  const features = first(config["features"]);
  const asked = ELSEWHERE.find(
    (name) => typeof config[name] === "string" && config[name] !== "" && config[name] !== "public",
  );
  if (asked !== undefined) {
    throw new Error(
      `the sandbox stands for Azure's public cloud: it cannot honour ${asked} = "${textOf(config[asked])}"`,
    );
  }
  const subscription = config["subscription_id"];
  return {
    cloud,
    subscription: typeof subscription === "string" && subscription !== "" ? subscription : SUBSCRIPTION,
    purgesAccounts: first(features["cognitive_account"])["purge_soft_delete_on_destroy"] !== false,
    keepsFullGroups: first(features["resource_group"])["prevent_deletion_if_contains_resources"] !== false,
  };
}

const STATUS: Readonly<Record<number, string>> = { 404: "Not Found", 409: "Conflict" };

/** Runs a request; a refusal of Azure is told as the real provider's client tells it. */
export function requested<Result>(prefix: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const { status, code, message } = error;
    throw new Error(
      `${prefix}: unexpected status ${status} (${status} ${STATUS[status] ?? ""}) with error: ${code}: ${message}`,
      {
        cause: error,
      },
    );
  }
}

export const existsAlready = (type: string, id: string): Error =>
  new Error(
    `a resource with the ID ${JSON.stringify(id)} already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for ${JSON.stringify(type)} for more information`,
  );
