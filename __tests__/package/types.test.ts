import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installed, manifest, node, packed, project, remove } from "./installed";

/** The declarations of the package as it is installed, which hold less than its sources. */

let folder: string;
let user: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "speech-types-"));
  const peers = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
  user = installed(packed(folder).file, [...peers, "@types/node"]);
  const compilerOptions = { strict: true, module: "node16", target: "es2022", skipLibCheck: true, noEmit: true };
  writeFileSync(join(user, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
});

afterAll(() => [folder, user].forEach(remove));

test("only a size passes for a size, and only a key for a key", () => {
  const program = `import { ContainerSize, type SpeechApiKey, type SpeechContainerOptions } from "cdktf-speech-containers";
export const sizes: SpeechContainerOptions["size"][] = [
  ContainerSize.MINIMUM,
  ContainerSize.of({ cores: 4, memory: "4g" }),
  "minimum",
  { cores: 4, memory: "4g" },
];
export const key: SpeechApiKey = { toString: () => "", toJSON: () => "" };
`;
  writeFileSync(join(user, "program.ts"), program);
  const { stdout } = node(user, [join(project, "node_modules", "typescript", "bin", "tsc"), "--pretty", "false"]);
  const lines = [...stdout.matchAll(/^program\.ts\((\d+),\d+\): error/gm)].map(([, line]) => Number(line));
  expect(lines).toEqual([5, 6, 8]);
});
