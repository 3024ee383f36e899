import { execFileSync } from "node:child_process";
import { join } from "node:path";

const repository = join(__dirname, "..", "..");

/** The files that are loaded once an entry is required, in a process of its own. */
function filesOf(entry: string): readonly string[] {
  const script = `require("./${entry}"); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const output = execFileSync(process.execPath, ["--import", "tsx", "-e", script], { cwd: repository });
  return JSON.parse(output.toString()) as string[];
}

function packagesOf(entry: string): Set<string> {
  const names = filesOf(entry).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

const ofOthers = [
  "@cdktf/provider-azurerm",
  "@grpc/grpc-js",
  "@grpc/proto-loader",
  "@msgpack/msgpack",
  "commander",
  "yaml",
  "zod",
];

test("the entry of the package loads what constructs and docker need, and neither azurerm nor the tools", () => {
  const packages = packagesOf("lib/index.ts");
  expect(packages).toContain("cdktf");
  expect(packages).toContain("@cdktf/provider-docker");
  expect(ofOthers.filter((name) => packages.has(name))).toEqual([]);
});

test("the entry of the package loads no catalogue: importing it costs little more than CDKTF", () => {
  expect(filesOf("lib/index.ts").filter((file) => /lib\/domain\/(?:catalogue|planner\/site)/.test(file))).toEqual([]);
});

test("accounts in Azure load no docker, and engines no Azure", () => {
  expect(packagesOf("lib/azure.ts")).not.toContain("@cdktf/provider-docker");
  expect(packagesOf("lib/constructs/docker/index.ts")).not.toContain("@cdktf/provider-azurerm");
});
