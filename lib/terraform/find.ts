import { accessSync, constants, statSync } from "node:fs";
import { basename, delimiter, isAbsolute, join, resolve } from "node:path";
import { terraformEnvironment, type Environment } from "./environment";
import { ToolFailure } from "./failure";
import { runProcess } from "./process";

export interface TerraformBinary {
  readonly path: string;
  readonly product: "terraform" | "opentofu";
  /** Such as `1.11.4`. */
  readonly version: string;
}

/** cdktf 0.21 writes configurations for Terraform 1.2 and later (providers.md 6.2). */
const OLDEST_TERRAFORM = "1.2.0";

/**
 * The Terraform to run: `TERRAFORM_BINARY_NAME` (a name or a path), else `terraform` on the PATH. OpenTofu is used only
 * when it is named: two tools must not share one state by accident.
 *
 * @throws {ToolFailure} SPC601 not found, SPC602 too old or not Terraform
 */
export async function findTerraform(environment: Environment, folder: string): Promise<TerraformBinary> {
  const path = locateTerraform(environment, folder);
  return { path, ...(await askVersion(path, environment, folder)) };
}

/** The path only; costs no process. */
export function locateTerraform(environment: Environment, folder: string): string {
  const wanted = environment.TERRAFORM_BINARY_NAME || "terraform";
  const path = locate(wanted, environment, folder);
  if (path === undefined) throw missing(wanted, locate("tofu", environment, folder));
  return path;
}

function locate(name: string, environment: Environment, folder: string): string | undefined {
  const folders =
    isAbsolute(name) || basename(name) !== name
      ? [""]
      : (environment.PATH ?? environment.Path ?? "").split(delimiter).filter((entry) => entry !== "");
  const endings = process.platform === "win32" ? ["", ".exe"] : [""];
  return folders
    .flatMap((entry) => endings.map((ending) => resolve(folder, join(entry, name + ending))))
    .find(isExecutableFile);
}

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function missing(wanted: string, tofu: string | undefined): ToolFailure {
  const why =
    wanted === "terraform"
      ? `"terraform" is not on the PATH: it makes the account and the containers, nothing was changed`
      : `TERRAFORM_BINARY_NAME names "${wanted}", which is not an executable file and not on the PATH`;
  const how =
    tofu === undefined
      ? `install Terraform ${OLDEST_TERRAFORM} or later (https://developer.hashicorp.com/terraform/install) or OpenTofu ` +
        `(https://opentofu.org/docs/intro/install), or set TERRAFORM_BINARY_NAME to the path of either`
      : `OpenTofu is at ${tofu}: set TERRAFORM_BINARY_NAME=tofu to use it, or install Terraform ` +
        `(https://developer.hashicorp.com/terraform/install)`;
  return new ToolFailure("SPC601", why, how);
}

async function askVersion(
  path: string,
  environment: Environment,
  folder: string,
): Promise<Omit<TerraformBinary, "path">> {
  const answer = await runProcess({
    command: path,
    arguments: ["version"],
    folder,
    environment: terraformEnvironment(environment),
  }).catch((error: unknown) => ({ exitCode: 1, stdout: "", stderr: String(error) }));
  const [, product, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/m.exec(answer.stdout) ?? [];
  if (product === undefined || version === undefined) {
    throw new ToolFailure(
      "SPC602",
      `${path} did not answer "version" as Terraform or OpenTofu does (exit code ${answer.exitCode})`,
      "set TERRAFORM_BINARY_NAME to a Terraform or OpenTofu executable",
      lastLines(answer.stdout + answer.stderr),
    );
  }
  if (compareVersions(version, OLDEST_TERRAFORM) < 0) {
    throw new ToolFailure(
      "SPC602",
      `${path} is ${product} ${version}; the oldest that works is ${OLDEST_TERRAFORM}`,
      "install a newer one, or set TERRAFORM_BINARY_NAME to its path",
    );
  }
  return { product: product === "OpenTofu" ? "opentofu" : "terraform", version };
}

function compareVersions(one: string, other: string): number {
  const numbers = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number);
  const others = numbers(other);
  return (
    numbers(one)
      .map((part, index) => part - (others[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

function lastLines(text: string): readonly string[] {
  return text.trim().split("\n").slice(-5);
}
