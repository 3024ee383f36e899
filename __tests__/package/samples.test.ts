import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { samplesIn } from "../docs/samples";
import { installed, manifest, node, packed, project, remove } from "./installed";

/** TypeScript in the documents, against the package as it is installed. */
const samples = samplesIn("ts").map((sample) => [`${sample.document}:${sample.line}`, sample.text] as const);

let folder: string;
let user: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "speech-samples-"));
  const peers = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
  user = installed(packed(folder).file, [...peers, "tsx", "@types/node"]);
  const compilerOptions = { strict: true, module: "node16", target: "es2022", skipLibCheck: false, noEmit: true };
  writeFileSync(join(user, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
});

afterAll(() => [folder, user].forEach(remove));

test("there are samples", () => expect(samples.length).toBeGreaterThan(0));

test.each(samples)("%s compiles and synthesizes", (_, text) => {
  writeFileSync(join(user, "sample.ts"), text);
  const compiled = node(user, [join(project, "node_modules", "typescript", "bin", "tsc")]);
  expect(compiled.code === 0 ? "" : compiled.stdout).toBe("");

  const ran = node(user, ["--import", "tsx", "sample.ts"]);
  expect(ran.code === 0 ? "" : ran.stderr).toBe("");
  const { stacks } = JSON.parse(readFileSync(join(user, "cdktf.out", "manifest.json"), "utf8")) as { stacks: object };
  expect(Object.keys(stacks)).not.toEqual([]);
});
