import { join } from "node:path";
import { findTerraform } from "../../lib/terraform/find";
import { ToolFailure } from "../../lib/terraform/failure";
import { fakeTerraform } from "./fake-terraform";

const versionOf = (text: string, name?: string) => fakeTerraform({ version: { stdout: text } }, { name });

async function failure(environment: Record<string, string>): Promise<ToolFailure> {
  const error: unknown = await findTerraform(environment, "/").catch((thrown: unknown) => thrown);
  if (!(error instanceof ToolFailure)) throw new Error("a ToolFailure was expected");
  return error;
}

describe("finding Terraform", () => {
  it("takes terraform from the PATH and asks its version", async () => {
    const fake = versionOf("Terraform v1.11.4\non linux_amd64\n");
    await expect(findTerraform({ PATH: `/nowhere:${fake.folder}` }, "/")).resolves.toEqual({
      path: fake.path,
      product: "terraform",
      version: "1.11.4",
    });
  });

  it.each([
    ["a name on the PATH", (folder: string) => ({ PATH: folder, TERRAFORM_BINARY_NAME: "tofu" })],
    ["a path", (folder: string) => ({ PATH: "", TERRAFORM_BINARY_NAME: join(folder, "tofu") })],
  ])("takes what TERRAFORM_BINARY_NAME names as %s", async (_name, environment) => {
    const fake = versionOf("OpenTofu v1.10.2\non linux_amd64\n", "tofu");
    await expect(findTerraform(environment(fake.folder), "/")).resolves.toMatchObject({
      product: "opentofu",
      version: "1.10.2",
    });
  });

  it("says what, why and how when there is none", async () => {
    const { code, message, hint } = await failure({ PATH: "/nowhere" });
    expect(code).toBe("SPC601");
    expect(message).toContain('"terraform" is not on the PATH');
    expect(hint).toMatch(/Terraform .*OpenTofu .*TERRAFORM_BINARY_NAME/s);
  });

  it("offers an OpenTofu that is there, and does not take it unasked", async () => {
    const tofu = versionOf("OpenTofu v1.10.2\n", "tofu");
    const { code, hint } = await failure({ PATH: tofu.folder });
    expect(code).toBe("SPC601");
    expect(hint).toContain("TERRAFORM_BINARY_NAME=tofu");
    expect(tofu.calls()).toEqual([]);
  });

  it.each(["Terraform v1.1.9\n", "Terraform v0.15.3\n", "hello\n"])("refuses %j", async (answer) => {
    expect((await failure({ PATH: versionOf(answer).folder })).code).toBe("SPC602");
  });

  it.each(["Terraform v1.2.0\n", "Terraform v1.10.0-beta1\n", "Terraform v2.0.0\n"])("accepts %j", async (answer) => {
    await expect(findTerraform({ PATH: versionOf(answer).folder }, "/")).resolves.toBeDefined();
  });
});
