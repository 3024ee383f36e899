import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { inDeployOrder, readSynthesized, type SynthesizedStack } from "../../lib/terraform/manifest";

const stack = (id: string, ...dependencies: string[]): SynthesizedStack => ({ id, folder: `/${id}`, dependencies });
const ids = (stacks: readonly SynthesizedStack[]): readonly string[] => stacks.map(({ id }) => id);

describe("the order of stacks", () => {
  it.each([
    ["nothing depends", [stack("b"), stack("a")], ["b", "a"]],
    [
      "sites come before their account",
      [stack("lab", "account"), stack("hall", "account"), stack("account")],
      ["account", "lab", "hall"],
    ],
    ["a chain", [stack("c", "b"), stack("b", "a"), stack("a")], ["a", "b", "c"]],
    ["a stack of another app", [stack("a", "elsewhere")], ["a"]],
  ])("is right when %s", (_name, stacks, expected) => {
    expect(ids(inDeployOrder(stacks))).toEqual(expected);
  });

  it("always puts a stack after those it depends on", () => {
    const graphs = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(graphs, (edges) => {
        const stacks = edges.map((below, index) => stack(`${index}`, ...below.filter((id) => id < index).map(String)));
        const order = ids(inDeployOrder([...stacks].reverse()));
        expect([...order].sort()).toEqual(ids(stacks).slice().sort());
        for (const { id, dependencies } of stacks) {
          for (const dependency of dependencies) expect(order.indexOf(dependency)).toBeLessThan(order.indexOf(id));
        }
      }),
    );
  });

  it("names a circle", () => {
    expect(() => inDeployOrder([stack("a", "b"), stack("b", "a")])).toThrow(/circle: a -> b -> a/);
  });
});

describe("reading what the app wrote", () => {
  const written = (manifest: unknown): string => {
    const folder = mkdtempSync(join(tmpdir(), "synth-"));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    return folder;
  };
  const entry = (annotations: readonly object[]): object => ({
    stacks: { speech: { name: "speech", workingDirectory: "stacks/speech", dependencies: [], annotations } },
  });
  const annotation = (level: string): object => ({ constructPath: "speech/captions", level, message: "too small" });

  it("gives the folder of each stack, and warnings as notes", () => {
    const folder = written(entry([annotation("@cdktf/warn")]));
    expect(readSynthesized(folder)).toEqual({
      stacks: [{ id: "speech", folder: join(folder, "stacks/speech"), dependencies: [] }],
      notes: ["speech/captions: too small"],
    });
  });

  it("refuses an annotation of level error, as the cdktf CLI does", () => {
    const folder = written(entry([annotation("@cdktf/warn"), annotation("@cdktf/error")]));
    expect(() => readSynthesized(folder)).toThrow(/marks 1 construct with an error/);
  });

  it("refuses a missing manifest", () => {
    expect(() => readSynthesized("/nowhere")).toThrow(/cannot be read/);
  });
});
