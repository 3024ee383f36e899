import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { speechContainers } from "./command-line";

const terraform = process.env.TERRAFORM_BINARY_NAME ?? "terraform";
const SECRET = "planted0123456789abcdef0123456789";

/** HCL that somebody wrote by hand; its provider is a part of Terraform. */
const hcl = `
variable "key" {
  type      = string
  sensitive = true
}
variable "size" {
  default = 1
}
resource "terraform_data" "one" {
  input = var.key
}
check "always" {
  assert {
    condition     = var.size > 2
    error_message = "size is too small"
  }
}
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saved-plan-"));
  writeFileSync(join(folder, "main.tf"), hcl);
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  const run = (...words: string[]) =>
    execFileSync(terraform, words, { cwd: folder, env: { ...environment, TF_VAR_key: SECRET }, stdio: "pipe" });
  run("init", "-input=false");
  run("plan", "-input=false", "-out=tfplan");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["a folder with a saved plan", []],
  ["a saved plan", ["tfplan"]],
])("check takes %s of anybody, and prints no secret", async (_, words) => {
  const { code, stdout, stderr } = await speechContainers(folder, ["check", ...words]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain("error    PLN-6   check.always");
  expect(stdout).not.toContain(SECRET);
});

test("a saved plan that Terraform cannot read is refused in Terraform's own words", async () => {
  writeFileSync(join(folder, "other"), "PK\u0003\u0004 and no plan");
  const { code, stdout, stderr } = await speechContainers(folder, ["check", "other"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("SPC606");
  rmSync(join(folder, "other"));
});
