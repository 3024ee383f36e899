import { sandboxOverrides, type SandboxedStack } from "../../lib/cli/sandbox-override";

const stack = (id: string, configuration: object): SandboxedStack => ({
  id,
  folder: `/project/.sandbox/cdktf.out/stacks/${id}`,
  configuration: JSON.stringify(configuration),
  stateFile: `/project/.sandbox/state/${id}.tfstate`,
});
const local = (path: string) => ({ terraform: { backend: { local: { path } } } });
const reading = (config: object) => ({ data: { terraform_remote_state: { other: config } } });

const account = stack("account", local("/project/terraform.account.tfstate"));

test("each stack keeps its state in the sandbox, whatever its backend is", () => {
  const azure = stack("azure", { terraform: { backend: { azurerm: { key: "real" } } } });
  expect(sandboxOverrides([account, azure])).toEqual({
    overrides: {
      account: { terraform: { backend: { local: { path: "/project/.sandbox/state/account.tfstate" } } } },
      azure: { terraform: { backend: { local: { path: "/project/.sandbox/state/azure.tfstate" } } } },
    },
    foreign: [],
  });
});

test.each(["/project/terraform.account.tfstate", "../../../../terraform.account.tfstate"])(
  "a state of a stack of this run (%s) is read in the sandbox",
  (path) => {
    const site = stack("site", reading({ backend: "local", workspace: "${terraform.workspace}", config: { path } }));
    const { overrides, foreign } = sandboxOverrides([site, account]);
    expect(foreign).toEqual([]);
    expect(overrides["site"]).toMatchObject({
      data: {
        terraform_remote_state: {
          other: { workspace: "default", config: { path: "/project/.sandbox/state/account.tfstate" } },
        },
      },
    });
  },
);

test.each([
  { backend: "local", config: { path: "/elsewhere/terraform.tfstate" } },
  { backend: "local", config: { path: "${path.module}/terraform.account.tfstate" } },
  { backend: "local" },
  { backend: "azurerm", config: { path: "/project/terraform.account.tfstate" } },
  [{ backend: "local", config: { path: "/project/terraform.account.tfstate" } }],
])("a state that is none of this run is named: %j", (config) => {
  const { foreign } = sandboxOverrides([stack("site", reading(config)), account]);
  expect(foreign).toEqual(["data.terraform_remote_state.other"]);
});
