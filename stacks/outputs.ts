import { TerraformOutput, type TerraformStack } from "cdktf";
import type { ISpeechAccount, ITextAnalyticsAccount } from "../lib/constructs/account";
import { renderReference } from "../lib/domain/image";
import type { ContainerPlan, SitePlan } from "../lib/domain/plan";
import { literals } from "../lib/constructs/literals";
import type { Accounts } from "./account";
import { PlainData } from "./plain-data";

/** `speech_endpoint`, and `speech_account_id` where Azure was asked for the account; likewise of Text Analytics. */
export function addAccountOutputs(stack: TerraformStack, { account, textAnalytics }: Partial<Accounts>): void {
  addOutputsOf(stack, "speech", "Speech", account);
  addOutputsOf(stack, "text_analytics", "Text Analytics", textAnalytics);
}

function addOutputsOf(
  stack: TerraformStack,
  prefix: string,
  title: string,
  account: ISpeechAccount | ITextAnalyticsAccount | undefined,
): void {
  if (account !== undefined) {
    output(stack, `${prefix}_endpoint`, `The billing endpoint of the ${title} account`, account.endpoint);
  }
  if (account?.accountId !== undefined) {
    output(stack, `${prefix}_account_id`, `The ${title} account's id in Azure`, account.accountId);
  }
}

/** `host_urls` and `containers`, by configured name. */
export function addSiteOutputs(stack: TerraformStack, site: SitePlan): void {
  const byName = (value: (container: ContainerPlan) => unknown) =>
    new PlainData(Object.fromEntries(site.containers.map((each) => [each.name, value(each)])));
  output(
    stack,
    "host_urls",
    "What the Speech SDK takes as host, by container",
    byName(({ urls }) => literals(urls.host)),
  );
  output(
    stack,
    "containers",
    "What runs where, by container",
    byName((container) => describe(container, site)),
  );
}

/** Terraform's null, as an expression: CDKTF's way out to HCL (`cdktf synth --hcl`) cannot write a null of JSON. */
const nothing = "${null}";

function describe(container: ContainerPlan, site: SitePlan) {
  const { size, urls, mounts } = container;
  const described = literals({
    site: site.name,
    function: container.function,
    image: renderReference(container.image),
    host_url: urls.host,
    ready_url: urls.ready,
    status_url: urls.status,
    locale: container.locale,
    voice: container.voice,
    model_id: container.modelId,
    language: container.language,
    sentiment: sentimentOf(container),
    cores: size.cores,
    memory_mib: size.memoryMiB,
    engine_name: container.engineName,
    volumes: mounts.filter(({ type }) => type === "volume").map(({ source }) => source),
  });
  return Object.fromEntries(Object.entries(described).map(([key, value]) => [key, value ?? nothing]));
}

/** `cloud`, or the name of the companion. */
function sentimentOf({ sentiment }: ContainerPlan): string | undefined {
  return sentiment?.from === "container" ? sentiment.container : sentiment?.from;
}

function output(stack: TerraformStack, id: string, description: string, value: unknown): void {
  new TerraformOutput(stack, id, { value, description, staticId: true });
}
