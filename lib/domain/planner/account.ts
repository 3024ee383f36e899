import { type AccountKind, type AccountRole, accountKinds, skusOf } from "../account-kinds";
import type { AccountPlan, KeySlot } from "../plan";
import { isAddress } from "../ports";
import type { Profile } from "../profiles";
import { type Place, type Report, below } from "../report";
import type { AccountNetworkRequest, AccountRequest, CreatedAccountRequest } from "../request";
import { either, holdsExpression, quoted } from "../words";

const ACCOUNT_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$/;
const RESOURCE_GROUP_NAME = /^[-\w._()]{0,89}[-\w_()]$/;
const LOCATION = /^[A-Za-z][A-Za-z0-9 ]*$/;
const SUBDOMAIN = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}[A-Za-z0-9]$/;
const PREFIX_LENGTH = /^(?:3[0-2]|[12]?\d)$/;

const KEY_SLOTS: readonly KeySlot[] = ["primary", "secondary"];

/** The account with its defaults filled in. Usable only if nothing was reported. */
export function planAccount(
  request: AccountRequest,
  role: AccountRole,
  profile: Profile,
  place: Place,
  report: Report,
): AccountPlan {
  const shared = {
    keySlot: chooseKeySlot(request.keySlot, place, report),
    ...(request.source === undefined ? {} : { source: request.source }),
  };
  switch (request.kind) {
    case "create":
      return planCreated(request, role, profile, shared, place, report);
    case "existing": {
      const { name, resourceGroup } = request;
      const existing = below(place, "existing");
      judgeAccountName(name, below(existing, "name"), report);
      judgeGroupName(resourceGroup, below(existing, "resourceGroup"), report);
      return { kind: "existing", name, resourceGroup, ...shared };
    }
    case "endpoint":
      judgeEndpoint(request.endpoint, role, below(place, "endpoint"), report);
      return { kind: "endpoint", endpoint: request.endpoint, ...shared };
  }
}

function planCreated(
  request: CreatedAccountRequest,
  role: AccountRole,
  profile: Profile,
  shared: { readonly keySlot: KeySlot },
  place: Place,
  report: Report,
): AccountPlan {
  const { title, skus }: AccountKind = accountKinds[role];
  const { free, standard } = skus;
  const { name, location, resourceGroup, sku = standard.value, customSubdomain, network, protect = false } = request;
  judgeAccountName(name, below(place, "name"), report);
  judgeGroupName(resourceGroup.name, below(below(place, "resourceGroup"), "name"), report);
  if (!LOCATION.test(location)) {
    const hint = "write a location such as westeurope";
    report.error("SPC305", below(place, "location"), `${quoted(location)} is not a location`, hint);
  }
  if (!skusOf(role).includes(sku)) {
    const message = `${quoted(sku)} is not a sku of a ${title} account`;
    report.error("SPC306", below(place, "sku"), message, `use ${either(skusOf(role))}`);
  }
  if (sku === free?.value && profile === "production") {
    const message = "the free tier has a small quota; when it is used up, the containers refuse to work";
    report.warning("SPC323", below(place, "sku"), message, `use ${standard.value}`);
  }
  if (customSubdomain !== undefined && !SUBDOMAIN.test(customSubdomain)) {
    const message = `${quoted(customSubdomain)} is not a custom subdomain`;
    const hint = "use 2 to 64 letters, digits and hyphens, no hyphen first or last";
    report.error("SPC307", below(place, "customSubdomain"), message, hint);
  }
  if (network !== undefined) {
    judgeNetwork(network, customSubdomain !== undefined, below(place, "network"), report);
  }
  return {
    kind: "create",
    name,
    location,
    resourceGroup: { name: resourceGroup.name, create: resourceGroup.create ?? false },
    sku,
    ...(customSubdomain === undefined ? {} : { customSubdomain }),
    ...(network === undefined ? {} : { network: { ...network, publicAccess: network.publicAccess ?? true } }),
    protect,
    ...shared,
  };
}

function judgeNetwork(network: AccountNetworkRequest, hasSubdomain: boolean, place: Place, report: Report): void {
  const { publicAccess, allowedAddresses } = network;
  if (publicAccess === false && !hasSubdomain) {
    const message = "Azure takes private endpoints only for an account with a custom subdomain";
    report.error("SPC308", below(place, "publicAccess"), message, "add customSubdomain:, or delete this line");
  }
  if (allowedAddresses !== undefined && !hasSubdomain) {
    const message = "Azure takes network rules only for an account with a custom subdomain";
    report.error("SPC308", below(place, "allowedAddresses"), message, "add customSubdomain:, or delete the rules");
  }
  if (allowedAddresses?.length === 0) {
    const message = "the list is empty, so nobody could reach the account, the containers included";
    report.error("SPC312", below(place, "allowedAddresses"), message, "add an address, or delete the list");
  }
  for (const [index, address] of (allowedAddresses ?? []).entries()) {
    if (!isAddressRange(address)) {
      const hint = "write an IPv4 address or a range such as 203.0.113.0/24";
      const entry = below(below(place, "allowedAddresses"), String(index));
      report.error("SPC312", entry, `${quoted(address)} is not an address range`, hint);
    }
  }
}

function isAddressRange(word: string): boolean {
  const [address = "", prefixLength = "32", ...more] = word.split("/");
  return isAddress(address) && PREFIX_LENGTH.test(prefixLength) && more.length === 0;
}

function chooseKeySlot(given: string | undefined, place: Place, report: Report): KeySlot {
  const slot = KEY_SLOTS.find((known) => known === given);
  if (given !== undefined && slot === undefined) {
    const hint = `use ${either(KEY_SLOTS)}`;
    report.error("SPC311", below(place, "keySlot"), `${quoted(given)} is not a key slot`, hint);
  }
  return slot ?? "primary";
}

function judgeAccountName(name: string, place: Place, report: Report): void {
  if (!ACCOUNT_NAME.test(name)) {
    const hint = "use 2 to 64 letters, digits, hyphens, dots and underscores, a letter or digit first";
    report.error("SPC303", place, `${quoted(name)} is not an account name`, hint);
  }
}

function judgeGroupName(name: string, place: Place, report: Report): void {
  if (!RESOURCE_GROUP_NAME.test(name)) {
    const hint = "use 1 to 90 letters, digits, hyphens, underscores, dots and round brackets, no dot last";
    report.error("SPC304", place, `${quoted(name)} is not a resource group name`, hint);
  }
}

const ENDPOINT = /^(https:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?)(\/[^\s?#]*)?$/;
const TOKEN_PATH = /^\/sts(?:\/|$)/i;

/**
 * The endpoint for billing is not the one that issues tokens, which the portal used to show, nor that of an operation of
 * Text Analytics, which documents call an endpoint too.
 */
function judgeEndpoint(endpoint: string, role: AccountRole, place: Place, report: Report): void {
  const [, origin, path = ""] = ENDPOINT.exec(endpoint) ?? [];
  if (holdsExpression(endpoint)) {
    const hint = "write the address itself; only the key comes from a variable";
    report.error("SPC309", place, `${quoted(endpoint)} holds an expression, which nothing fills in`, hint);
  } else if (origin === undefined) {
    const hint =
      "copy the endpoint of the account's overview page, such as https://westeurope.api.cognitive.microsoft.com/";
    report.error("SPC309", place, `${quoted(endpoint)} is not an https address`, hint);
  } else if (TOKEN_PATH.test(path)) {
    report.error("SPC309", place, `${quoted(endpoint)} is the address that issues tokens`, `write ${origin}/`);
  } else if (role === "textAnalytics" && path !== "" && path !== "/") {
    const message = `${quoted(endpoint)} has a path, and the path of the operation is put behind the endpoint`;
    report.error("SPC309", place, message, `write ${origin}/`);
  }
}
