import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ConstructProblem, KeySlot, SpeechApiKey } from "../../lib";
import { TextAnalyticsAccount, type TextAnalyticsAccountProps, TextAnalyticsSku } from "../../lib/azure";
import { Template } from "./template";

function newStack(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "contoso");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  return stack;
}

const created = (props: Partial<TextAnalyticsAccountProps> = {}) => {
  const stack = newStack();
  const given = { name: "contoso-text", location: "westeurope", resourceGroupName: "speech-rg", ...props };
  const account = new TextAnalyticsAccount(stack, "text", given);
  return { account, block: () => Template.of(stack).arguments("azurerm_cognitive_account.text") };
};

test("an account that is created is of the kind that sentiment needs, on its standard tier, with keys on", () => {
  const { account, block } = created();
  expect(block()).toEqual({
    name: "contoso-text",
    location: "westeurope",
    resource_group_name: "speech-rg",
    kind: "TextAnalytics",
    sku_name: "S",
    local_auth_enabled: true,
  });
  expect(account.kind).toBe("TextAnalytics");
});

test("takes a tier, network and tags", () => {
  const { block } = created({
    sku: TextAnalyticsSku.F0,
    customSubdomain: "contoso-text",
    allowedAddresses: ["203.0.113.7"],
    protect: true,
    tags: { team: "speech" },
  });
  expect(block()).toMatchObject({
    sku_name: "F0",
    custom_subdomain_name: "contoso-text",
    network_acls: { default_action: "Deny", ip_rules: ["203.0.113.7"] },
    lifecycle: { prevent_destroy: true },
    tags: { team: "speech" },
  });
});

test("a tier of Speech is a problem", () => {
  expect(() => created({ sku: TextAnalyticsSku.of("S0") })).toThrow(ConstructProblem);
  expect(() => created({ sku: TextAnalyticsSku.of("S0") })).toThrow(
    'SPC306 sku: "S0" is not a sku of a Text Analytics account. Use F0 or S.',
  );
});

test("an account that exists is read, with the key that is asked for", () => {
  const stack = newStack();
  const account = TextAnalyticsAccount.fromExisting(stack, "text", {
    name: "contoso-text",
    resourceGroupName: "speech-rg",
    keySlot: KeySlot.SECONDARY,
  });
  expect(account.kind).toBe("TextAnalytics");
  new TerraformOutput(stack, "key", { value: account.apiKey._render(), sensitive: true });
  const template = Template.of(stack);
  expect(template.top("output")["key"]).toMatchObject({
    value: "${data.azurerm_cognitive_account.text.secondary_access_key}",
  });
  expect(template.addresses()).toEqual(["data.azurerm_cognitive_account.text"]);
});

test("an account of which endpoint and key are known makes nothing", () => {
  const stack = newStack();
  const apiKey = SpeechApiKey.fromVariable(new TerraformVariable(stack, "key", { sensitive: true }));
  const endpoint = "https://contoso.cognitiveservices.azure.com/";
  const account = TextAnalyticsAccount.fromAttributes(stack, "text", { endpoint, apiKey });
  expect([account.kind, account.endpoint]).toEqual(["TextAnalytics", endpoint]);
  expect(Template.of(stack).addresses()).toEqual([]);
});

test("an account by the endpoint of an operation is a problem, since the operation is put behind it", () => {
  const stack = newStack();
  const apiKey = SpeechApiKey.fromVariable(new TerraformVariable(stack, "key", { sensitive: true }));
  const endpoint = "https://contoso.cognitiveservices.azure.com/text/analytics/v3.0/sentiment";
  expect(() => TextAnalyticsAccount.fromAttributes(stack, "text", { endpoint, apiKey })).toThrow(
    /SPC309 endpoint: .* Write https:\/\/contoso\.cognitiveservices\.azure\.com\/\./,
  );
});
