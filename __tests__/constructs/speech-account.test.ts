import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ConstructProblem, type ISpeechAccount, KeySlot, SpeechApiKey } from "../../lib";
import { SpeechAccount, type SpeechAccountProps, SpeechSku } from "../../lib/azure";
import { Template } from "./template";

const minimal = { name: "contoso-speech", location: "westeurope", resourceGroupName: "speech-rg" };

function newStack(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "contoso");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  return stack;
}

/** What an account gives to others, as Terraform sees it. */
function given(stack: TerraformStack, { endpoint, apiKey, accountId }: ISpeechAccount) {
  const value = { endpoint, key: apiKey._render(), accountId };
  new TerraformOutput(stack, "given", { value, sensitive: true });
  return (Template.of(stack).top("output")["given"] as { value: unknown }).value;
}

function problemsOf(create: () => unknown): readonly [string, string][] {
  try {
    create();
  } catch (thrown) {
    if (ConstructProblem.isConstructProblem(thrown)) {
      expect(thrown.message).toMatch(/^contoso\/speech: /);
      return thrown.problems.map(({ code, path }) => [code, path]);
    }
    throw thrown;
  }
  return [];
}

const created = (props: Partial<SpeechAccountProps> = {}) => {
  const stack = newStack();
  const account = new SpeechAccount(stack, "speech", { ...minimal, ...props });
  return { stack, account, block: Template.of(stack).arguments("azurerm_cognitive_account.speech") };
};

describe("an account that is created", () => {
  test("is of the kind that containers need, with keys on", () => {
    expect(created().block).toEqual({
      name: "contoso-speech",
      location: "westeurope",
      resource_group_name: "speech-rg",
      kind: "SpeechServices",
      sku_name: "S0",
      local_auth_enabled: true,
    });
  });

  test("takes everything else that is asked for", () => {
    const provider = new AzurermProvider(newStack(), "other", { alias: "other", features: [{}] });
    const { block } = created({
      sku: SpeechSku.F0,
      customSubdomain: "contoso-speech",
      publicAccess: false,
      allowedAddresses: ["203.0.113.7", "198.51.100.0/24"],
      protect: true,
      tags: { team: "speech" },
      provider,
    });
    expect(block).toMatchObject({
      sku_name: "F0",
      custom_subdomain_name: "contoso-speech",
      public_network_access_enabled: false,
      network_acls: { default_action: "Deny", ip_rules: ["203.0.113.7", "198.51.100.0/24"] },
      lifecycle: { prevent_destroy: true },
      tags: { team: "speech" },
      provider: "azurerm.other",
    });
  });

  test.each([
    [undefined, "primary_access_key"],
    [KeySlot.PRIMARY, "primary_access_key"],
    [KeySlot.SECONDARY, "secondary_access_key"],
  ])("gives references, of the key that is asked for (%#)", (keySlot, attribute) => {
    const { stack, account } = created({ keySlot });
    expect(given(stack, account)).toEqual({
      endpoint: "${azurerm_cognitive_account.speech.endpoint}",
      key: `\${azurerm_cognitive_account.speech.${attribute}}`,
      accountId: "${azurerm_cognitive_account.speech.id}",
    });
  });

  test.each<[string, Partial<SpeechAccountProps>, readonly [string, string][]]>([
    ["a name", { name: "-" }, [["SPC303", "name"]]],
    ["a resource group", { resourceGroupName: "rg." }, [["SPC304", "resourceGroupName"]]],
    ["a location", { location: "" }, [["SPC305", "location"]]],
    ["a tier", { sku: SpeechSku.of("S7") }, [["SPC306", "sku"]]],
    ["a subdomain", { customSubdomain: "-" }, [["SPC307", "customSubdomain"]]],
    ["rules without a subdomain", { allowedAddresses: ["203.0.113.7"] }, [["SPC308", "allowedAddresses"]]],
    [
      "an address",
      { customSubdomain: "contoso", allowedAddresses: ["203.0.113.700"] },
      [["SPC312", "allowedAddresses.0"]],
    ],
    ["closing without a subdomain", { publicAccess: false }, [["SPC308", "publicAccess"]]],
    ["a tag", { tags: { "a/b": "x" } }, [["SPC313", "tags.a/b"]]],
    ["a long tag", { tags: { team: "x".repeat(257) } }, [["SPC313", "tags.team"]]],
  ])("fails for %s that is wrong", (_, props, expected) => {
    expect(problemsOf(() => created(props))).toEqual(expected);
  });

  test("takes a tag that only Terraform's escapes make too long", () => {
    const value = `$\${${"x".repeat(254)}`;
    expect(created({ tags: { team: value } }).block["tags"]).toEqual({ team: value });
  });

  test("leaves to Azure what only Terraform knows", () => {
    const stack = newStack();
    const { stringValue } = new TerraformVariable(stack, "later", { type: "string" });
    new SpeechAccount(stack, "speech", {
      name: stringValue,
      location: stringValue,
      resourceGroupName: stringValue,
      sku: SpeechSku.of(stringValue),
      customSubdomain: stringValue,
      allowedAddresses: [stringValue],
      tags: { team: stringValue },
    });
    expect(Template.of(stack).arguments("azurerm_cognitive_account.speech")).toMatchObject({
      name: "${var.later}",
      location: "${var.later}",
      resource_group_name: "${var.later}",
      sku_name: "${var.later}",
      custom_subdomain_name: "${var.later}",
      network_acls: { ip_rules: ["${var.later}"] },
    });
  });
});

/** Loaded a second time, as happens when two packages of one project bring the constructs along. */
test("key slots of another copy of this package are understood", () => {
  let other: typeof KeySlot | undefined;
  jest.isolateModules(() => {
    other = (require("../../lib/constructs/key-slot") as { KeySlot: typeof KeySlot }).KeySlot;
  });
  expect(other).toBeDefined();
  expect(other?.PRIMARY).not.toBe(KeySlot.PRIMARY);
  const { stack, account } = created({ keySlot: other?.PRIMARY });
  expect(given(stack, account)).toMatchObject({ key: "${azurerm_cognitive_account.speech.primary_access_key}" });
  const reading = newStack();
  const existing = SpeechAccount.fromExisting(reading, "speech", {
    name: "contoso-speech",
    resourceGroupName: "speech-rg",
    keySlot: other?.PRIMARY,
  });
  expect(given(reading, existing)).toMatchObject({
    key: "${data.azurerm_cognitive_account.speech.primary_access_key}",
  });
});

describe("an account that exists", () => {
  const props = { name: "contoso-speech", resourceGroupName: "speech-rg" };

  test.each([
    [undefined, "primary_access_key"],
    [KeySlot.SECONDARY, "secondary_access_key"],
  ])("is read by its name, with the key that is asked for (%#)", (keySlot, attribute) => {
    const stack = newStack();
    const account = SpeechAccount.fromExisting(stack, "speech", { ...props, keySlot });
    expect(given(stack, account)).toEqual({
      endpoint: "${data.azurerm_cognitive_account.speech.endpoint}",
      key: `\${data.azurerm_cognitive_account.speech.${attribute}}`,
      accountId: "${data.azurerm_cognitive_account.speech.id}",
    });
    expect(Template.of(stack).addresses()).toEqual(["data.azurerm_cognitive_account.speech"]);
    expect(Template.of(stack).arguments("data.azurerm_cognitive_account.speech")).toEqual({
      name: "contoso-speech",
      resource_group_name: "speech-rg",
    });
  });

  test("fails for a name and a group that cannot be", () => {
    const read = () => SpeechAccount.fromExisting(newStack(), "speech", { name: "-", resourceGroupName: "rg." });
    expect(problemsOf(read)).toEqual([
      ["SPC303", "name"],
      ["SPC304", "resourceGroupName"],
    ]);
  });

  test("leaves to Azure what only Terraform knows", () => {
    const stack = newStack();
    const { stringValue } = new TerraformVariable(stack, "later", { type: "string" });
    SpeechAccount.fromExisting(stack, "speech", { name: stringValue, resourceGroupName: stringValue });
    expect(Template.of(stack).arguments("data.azurerm_cognitive_account.speech")).toEqual({
      name: "${var.later}",
      resource_group_name: "${var.later}",
    });
  });
});

describe("an account of which endpoint and key are known", () => {
  const stackWithKey = () => {
    const stack = new TerraformStack(Testing.app(), "contoso");
    const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
    return { stack, variable, apiKey: SpeechApiKey.fromVariable(variable) };
  };
  const endpoint = "https://westeurope.api.cognitive.microsoft.com/";

  test("makes no resource", () => {
    const { stack, apiKey } = stackWithKey();
    const account = SpeechAccount.fromAttributes(stack, "speech", { endpoint, apiKey });
    expect(given(stack, account)).toEqual({ endpoint, key: "${var.speech_api_key}" });
    expect(Template.of(stack).addresses()).toEqual([]);
  });

  test("fails for the endpoint that issues tokens", () => {
    const { stack, apiKey } = stackWithKey();
    const tokens = `${endpoint}sts/v1.0/issuetoken`;
    expect(problemsOf(() => SpeechAccount.fromAttributes(stack, "speech", { endpoint: tokens, apiKey }))).toEqual([
      ["SPC309", "endpoint"],
    ]);
  });

  test("leaves to Azure an endpoint that only Terraform knows", () => {
    const { stack, apiKey } = stackWithKey();
    const { stringValue } = new TerraformVariable(stack, "endpoint", { type: "string" });
    const account = SpeechAccount.fromAttributes(stack, "speech", { endpoint: stringValue, apiKey });
    expect(given(stack, account)).toMatchObject({ endpoint: "${var.endpoint}" });
  });
});
