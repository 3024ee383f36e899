import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const project = join(__dirname, "..", "..");

/** DESIGN 2, written once more by hand: the rules are right when both tables agree. */
const mayImport: Record<string, { rooms: string[]; packages: string[] }> = {
  "lib/domain": { rooms: [], packages: [] },
  "lib/config": { rooms: ["lib/domain"], packages: ["zod", "yaml"] },
  "lib/render": { rooms: ["lib/domain"], packages: ["yaml"] },
  "lib/checks": { rooms: ["lib/domain"], packages: [] },
  "lib/operate": { rooms: ["lib/domain"], packages: [] },
  "lib/sandbox": { rooms: ["lib/domain"], packages: ["@grpc/grpc-js", "@msgpack/msgpack"] },
  "lib/terraform": { rooms: ["lib/domain"], packages: [] },
  "lib/constructs": { rooms: ["lib/domain"], packages: ["cdktf", "constructs"] },
  "lib/constructs/azure": {
    rooms: ["lib/constructs", "lib/domain"],
    packages: ["cdktf", "constructs", "@cdktf/provider-azurerm/lib/provider"],
  },
  "lib/constructs/docker": {
    rooms: ["lib/constructs", "lib/domain"],
    packages: ["cdktf", "constructs", "@cdktf/provider-docker/lib/provider"],
  },
  "lib/constructs/policy": {
    rooms: ["lib/constructs", "lib/checks", "lib/domain"],
    packages: ["cdktf", "constructs"],
  },
  stacks: {
    rooms: ["lib/constructs", "lib/constructs/azure", "lib/constructs/docker", "lib/constructs/policy", "lib/domain"],
    packages: ["cdktf", "constructs", "@cdktf/provider-azurerm/lib/provider", "@cdktf/provider-docker/lib/provider"],
  },
  "lib/cli": {
    rooms: [
      "lib/domain",
      "lib/config",
      "lib/render",
      "lib/checks",
      "lib/operate",
      "lib/sandbox",
      "lib/terraform",
      "lib/constructs",
      "lib/constructs/azure",
      "lib/constructs/docker",
      "lib/constructs/policy",
    ],
    packages: ["commander"],
  },
};
const folders = Object.keys(mayImport);
const packages = [...new Set(Object.values(mayImport).flatMap((allowed) => allowed.packages))];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** The rules' findings on a tree of files, as `file: rule`. */
async function findings(files: Record<string, string>): Promise<string[]> {
  mkdirSync(join(project, ".cache"), { recursive: true });
  const tree = mkdtempSync(join(project, ".cache", "rooms-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    const program = join(project, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
    const config = join(project, ".dependency-cruiser.js");
    // Into a file: a report of this size can be cut off in a pipe when the process ends.
    const options = ["--config", config, "--output-type", "json", "--output-to", "report.json", "."];
    await promisify(execFile)(process.execPath, [program, ...options], { cwd: tree });
    const report = JSON.parse(readFileSync(join(tree, "report.json"), "utf8")) as {
      summary: { violations: Violation[] };
    };
    return [...new Set(report.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`))].sort();
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const importOf = (from: string, target: string) => {
  const up = "../".repeat(dirname(from).split("/").length);
  return `import * as it from "${folders.includes(target) ? `${up}${target}/it` : target}";\nexport const use = it;\n`;
};
const ruleOf = (folder: string) => `room-${folder.split("/").at(-1)}`;

test.each([
  ["sources", "", ".ts"],
  ["built files", "dist/", ".js"],
])("each room imports what the design allows and nothing else: %s", async (_, prefix, extension) => {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const folder of folders) files[`${prefix}${folder}/it${extension}`] = "export const it = 1;\n";
  for (const [folder, allowed] of Object.entries(mayImport)) {
    for (const target of [...folders, ...packages, "node:fs"].filter((other) => other !== folder)) {
      const file = `${prefix}${folder}/imports-${target.replaceAll(/\W/g, "-")}${extension}`;
      files[file] = importOf(file.slice(prefix.length), target);
      const core = target === "node:fs" && folder !== "lib/domain";
      if (!core && ![...allowed.rooms, ...allowed.packages].includes(target)) {
        expected.push(`${file}: ${ruleOf(folder)}`);
      }
    }
  }
  expect(await findings(files)).toEqual(expected.sort());
});

test("the rules beside the table find what they are for", async () => {
  const found = await findings({
    "main.ts": 'import "./stacks/it";\nimport "./lib/config/it";\nimport "./lib/domain/it";\n',
    "stacks/it.ts": 'import "@cdktf/provider-docker";\n',
    "lib/domain/it.ts": "export {};\n",
    "lib/config/it.ts": 'import "../../bench/it";\nimport "./missing";\n',
    "lib/misc/it.ts": 'import "../domain/it";\n',
    "lib/render/one.ts": 'import "./two";\n',
    "lib/render/two.ts": 'import "./one";\n',
    "lib/index.ts": 'import "./azure";\n',
    "lib/azure.ts": 'import "./constructs/azure/it";\n',
    "lib/constructs/azure/it.ts": 'import "@cdktf/provider-azurerm/lib/provider";\n',
    "bench/it.ts": "export {};\n",
  });
  expect(found).toEqual([
    "lib/config/it.ts: resolvable",
    "lib/config/it.ts: room-config",
    "lib/index.ts: index-without-azurerm",
    "lib/misc/it.ts: no-room",
    "lib/render/one.ts: no-cycles",
    "main.ts: room-main",
    "stacks/it.ts: deep-bindings",
  ]);
});
