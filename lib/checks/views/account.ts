import { argumentOf, at, blocksOf, flagOf, isFlag, isText, only, textOf } from "../reading";
import type { PlanView, Reading, ResourceView } from "../plan-view";

/** An account of Cognitive Services: `azurerm_cognitive_account`, or its form of the azapi provider. */
export interface AccountView {
  readonly resource: ResourceView;
  readonly name: Reading<string>;
  readonly kind: Reading<string>;
  readonly sku: Reading<string>;
  /** Unset: true. */
  readonly localAuth: Reading<boolean>;
  /** Unset: true. */
  readonly publicAccess: Reading<boolean>;
  /** `Allow` or `Deny`; unset: no rules, all may come. */
  readonly defaultAction: Reading<string>;
  /** Addresses and networks that the rules let in. */
  readonly allowed: readonly Reading<unknown>[];
  readonly customSubdomain: Reading<string>;
}

const AZAPI_TYPE = /^Microsoft\.CognitiveServices\/accounts@/i;

export function isAccount({ type, after, before }: ResourceView): boolean {
  if (type === "azurerm_cognitive_account") return true;
  const { type: armType } = after ?? before ?? {};
  return /^azapi_(?:update_)?resource$/.test(type) && typeof armType === "string" && AZAPI_TYPE.test(armType);
}

export function accountView(plan: PlanView, resource: ResourceView): AccountView {
  return resource.type === "azurerm_cognitive_account" ? azurermAccount(plan, resource) : azapiAccount(plan, resource);
}

function azurermAccount(plan: PlanView, resource: ResourceView): AccountView {
  const rules = blocksOf(plan, resource, "network_acls");
  const [acls] = rules.state === "known" ? rules.value : [];
  return {
    resource,
    name: textOf(plan, resource, "name"),
    kind: textOf(plan, resource, "kind"),
    sku: textOf(plan, resource, "sku_name"),
    localAuth: flagOf(plan, resource, "local_auth_enabled"),
    publicAccess: flagOf(plan, resource, "public_network_access_enabled"),
    defaultAction:
      rules.state === "unknown"
        ? rules
        : acls === undefined
          ? { state: "unset" }
          : only(acls("default_action"), isText),
    allowed: ["ip_rules", "virtual_network_rules"].map((argument) => acls?.(argument) ?? { state: "unset" }),
    customSubdomain: textOf(plan, resource, "custom_subdomain_name"),
  };
}

/** Azure's own names; `body` is an object in azapi 2 and JSON text before. */
function azapiAccount(plan: PlanView, resource: ResourceView): AccountView {
  const body = argumentOf(plan, resource, "body");
  const within = (...path: readonly string[]): Reading<unknown> => {
    if (body.state !== "known") return body;
    const value = path.reduce<unknown>(at, parsed(body.value));
    return value === undefined || value === null ? { state: "unset" } : { ...body, value };
  };
  const localAuthOff = only(within("properties", "disableLocalAuth"), isFlag);
  const access = only(within("properties", "publicNetworkAccess"), isText);
  return {
    resource,
    name: textOf(plan, resource, "name"),
    kind: only(within("kind"), isText),
    sku: only(within("sku", "name"), isText),
    localAuth: localAuthOff.state === "known" ? { ...localAuthOff, value: !localAuthOff.value } : localAuthOff,
    publicAccess: access.state === "known" ? { ...access, value: access.value !== "Disabled" } : access,
    defaultAction: only(within("properties", "networkAcls", "defaultAction"), isText),
    allowed: ["ipRules", "virtualNetworkRules"].map((rules) => within("properties", "networkAcls", rules)),
    customSubdomain: only(within("properties", "customSubDomainName"), isText),
  };
}

function parsed(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
