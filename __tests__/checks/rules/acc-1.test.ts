import { acc1 } from "../../../lib/checks/rules/acc-1";
import { answersOf } from "./answers";

const ADDRESS = "azurerm_cognitive_account.text_analytics";

const account = (kind: string) => ({
  address: ADDRESS,
  after: {
    custom_subdomain_name: null,
    kind,
    local_auth_enabled: true,
    name: "contoso-text",
    network_acls: [],
    public_network_access_enabled: true,
    sku_name: "S",
  },
  unknown: { endpoint: true, primary_access_key: true, secondary_access_key: true },
});

test("an account for text in a plan without containers may be for sentiment, which the plan of a site says", () => {
  expect(answersOf(acc1, [account("TextAnalytics")])).toEqual([
    `undecided ${ADDRESS}: kind is "TextAnalytics", and no container of this plan says that it is for sentiment`,
  ]);
});

test.each([
  ["passes one for speech there", "SpeechServices", "1 passed"],
  ["fails one of another kind there", "Face", `error ${ADDRESS}: kind is "Face": Speech containers refuse its keys`],
])("%s", (_, kind, answer) => {
  expect(answersOf(acc1, [account(kind)])).toEqual([answer]);
});
