import { resolve } from "node:path";
import { TerraformOutput, Testing } from "cdktf";
import type { SpeechAccount } from "../../lib/constructs/azure";
import type { DeploymentPlan } from "../../lib/domain/plan";
import { addSpeechStacks } from "../../stacks";
import { containerPlan, deploymentPlan, sitePlan } from "../constructs/plans";
import { Template } from "../constructs/template";
import { stacksOf, templatesOf } from "./synth";

type Backend = DeploymentPlan["backend"];

const backendsOf = (plan: DeploymentPlan) =>
  Object.values(templatesOf(plan)).map((template) => template.top("terraform")["backend"]);
const sites = ["leeds", "york"].map((name) =>
  sitePlan([containerPlan("captions")], { name, stackId: `contoso-${name}` }),
);
const twoSites = (backend: Backend) =>
  deploymentPlan({ backend, layout: "sites", accountStackId: "contoso-account", sites });

test("a backend stands in the stack as it is written, expressions escaped", () => {
  const settings = {
    storage_account_name: "contosotf",
    container_name: "state",
    key: "speech.tfstate",
    use_azuread_auth: true,
    nested: { name: "${x}" },
  };
  expect(backendsOf(deploymentPlan({ backend: { type: "azurerm", settings } }))).toEqual([
    { azurerm: { ...settings, nested: { name: "$${x}" } } },
  ]);
});

test("the way out of CDKTF is open: a stack can be written as HCL, backend and outputs included", () => {
  const settings = { storage_account_name: "contosotf", container_name: "state", key: "speech.tfstate" };
  const stacks = stacksOf(deploymentPlan({ backend: { type: "azurerm", settings } }));
  const hcl = stacks.map((stack): string => String(Testing.synthHcl(stack))).join("\n");
  expect(hcl).toMatch(/backend "azurerm" \{[^}]*key\s+= "speech.tfstate"/);
  expect(hcl).toMatch(/resource "docker_container" "captions" \{/);
  expect(hcl).toMatch(/voice = "\$\{null\}"/);
});

test("each stack of a deployment with sites has a state of its own", () => {
  expect(backendsOf(twoSites({ type: "s3", settings: { bucket: "tf", key: "speech/prod.tfstate" } }))).toEqual([
    { s3: { bucket: "tf", key: "speech/prod-contoso-account.tfstate" } },
    { s3: { bucket: "tf", key: "speech/prod-contoso-leeds.tfstate" } },
    { s3: { bucket: "tf", key: "speech/prod-contoso-york.tfstate" } },
  ]);
});

test("a relative path of a local backend is one of the project, not of the generated folder", () => {
  const backend = { type: "local", settings: { path: "state/speech.tfstate" } };
  expect(backendsOf(deploymentPlan({ backend }))).toEqual([{ local: { path: resolve("state/speech.tfstate") } }]);
});

test("the project of relative paths can be named, and no setting of a local backend gets lost", () => {
  const synthesized = (settings: Readonly<Record<string, unknown>>) => {
    const folder = resolve("/srv/contoso");
    const stacks = addSpeechStacks(Testing.app(), deploymentPlan({ backend: { type: "local", settings } }), { folder });
    return stacks.map((stack) => Template.of(stack).top("terraform")["backend"]);
  };
  const state = resolve("/srv/contoso/state");
  expect(synthesized({ path: "state/a.tfstate", workspace_dir: "state" })).toEqual([
    { local: { path: resolve(state, "a.tfstate"), workspace_dir: state } },
  ]);
  expect(synthesized({ workspace_dir: "state" })).toEqual([
    { local: { path: resolve("/srv/contoso/terraform.contoso.tfstate"), workspace_dir: state } },
  ]);
  expect(synthesized({ path: resolve("/srv/a.tfstate") })).toEqual([{ local: { path: resolve("/srv/a.tfstate") } }]);
});

test("a local backend without a path is the default one", () => {
  const stacks = stacksOf(deploymentPlan({ backend: { type: "local", settings: {} } }));
  stacks.forEach((stack) => stack.prepareStack());
  expect(stacks.map((stack) => Template.of(stack).top("terraform")["backend"])).toEqual([
    { local: { path: resolve("terraform.contoso.tfstate") } },
  ]);
});

test("fails when another stack refers to a value of this one", () => {
  const app = Testing.app();
  addSpeechStacks(app, twoSites({ type: "s3", settings: { bucket: "tf", key: "speech.tfstate" } }));
  const account = app.node.findChild("contoso-account").node.findChild("speech") as SpeechAccount;
  new TerraformOutput(app.node.findChild("contoso-leeds"), "copied", { value: account.endpoint });
  expect(() => app.synth()).toThrow(/contoso-account\/backend: 1 problem\n {2}SPC506 /);
});
