import { spawnSync } from "node:child_process";

/** Development needs what linter and dead code search need; using the package needs less. */
const lowestNode = [20, 19] as const;

function problems(): string[] {
  const found: string[] = [];
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < lowestNode[0] || (major === lowestNode[0] && minor < lowestNode[1])) {
    found.push(`node ${process.versions.node}: the checks need ${lowestNode.join(".")} or newer`);
  }
  const terraform = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  if (spawnSync(terraform, ["version"]).status !== 0) {
    found.push(
      `"${terraform}" does not run: the slow tests deploy with it. ` +
        "Install Terraform or OpenTofu, or name it in TERRAFORM_BINARY_NAME",
    );
  }
  return found;
}

const found = problems();
for (const problem of found) console.error(problem);
process.exitCode = found.length === 0 ? 0 : 1;
