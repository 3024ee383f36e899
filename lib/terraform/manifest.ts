import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ToolFailure } from "./failure";

export interface SynthesizedStack {
  readonly id: string;
  /** Folder in which Terraform runs. */
  readonly folder: string;
  /** Ids of the stacks that must be deployed before this one. */
  readonly dependencies: readonly string[];
}

/** The parts that we read of the `manifest.json` that cdktf 0.21 writes. */
interface Manifest {
  readonly stacks?: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly workingDirectory: string;
        readonly dependencies?: readonly string[];
        readonly annotations?: readonly ManifestAnnotation[];
      }
    >
  >;
}

interface ManifestAnnotation {
  readonly constructPath: string;
  readonly level: string;
  readonly message: string;
}

export interface Synthesized {
  /** In the order in which they are deployed; destroying goes the other way. */
  readonly stacks: readonly SynthesizedStack[];
  /** Annotations of level warning and info, as `path: message`. */
  readonly notes: readonly string[];
}

/**
 * Reads what the app wrote to `outputFolder`.
 *
 * @throws {ToolFailure} SPC604 no or damaged manifest, SPC605 an annotation of level error (the cdktf CLI refuses too)
 */
export function readSynthesized(outputFolder: string): Synthesized {
  const manifest = readManifest(join(outputFolder, "manifest.json"));
  const stacks = Object.entries(manifest.stacks ?? {});
  const annotations = stacks.flatMap(([, stack]) => stack.annotations ?? []);
  const errors = annotations.filter(isError).map(describe);
  if (errors.length > 0) {
    throw new ToolFailure(
      "SPC605",
      `the app marks ${errors.length === 1 ? "1 construct" : `${errors.length} constructs`} with an error, nothing was planned`,
      "mend what is named above, then run the command again",
      errors,
    );
  }
  return {
    stacks: inDeployOrder(
      stacks.map(([id, stack]) => ({
        id,
        folder: join(outputFolder, stack.workingDirectory),
        dependencies: stack.dependencies ?? [],
      })),
    ),
    notes: annotations.map(describe),
  };
}

function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch (error) {
    throw new ToolFailure(
      "SPC604",
      `the app ended well but ${path} cannot be read: ${(error as Error).message}`,
      "let the app call app.synth(), and write to the folder of CDKTF_OUTDIR",
    );
  }
}

/** Depth first, otherwise in the order of the manifest, so that the same app always runs in the same order. */
export function inDeployOrder(stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] {
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const ordered = new Set<SynthesizedStack>();
  const visit = (stack: SynthesizedStack, above: readonly string[]): void => {
    if (above.includes(stack.id)) {
      throw new ToolFailure(
        "SPC604",
        `stacks depend on each other in a circle: ${[...above, stack.id].join(" -> ")}`,
        "remove one of these dependencies in the app",
      );
    }
    for (const id of stack.dependencies) {
      const dependency = byId.get(id);
      if (dependency !== undefined) visit(dependency, [...above, stack.id]);
    }
    ordered.add(stack);
  };
  stacks.forEach((stack) => visit(stack, []));
  return [...ordered];
}

const isError = (annotation: ManifestAnnotation): boolean => annotation.level === "@cdktf/error";

const describe = ({ constructPath, message }: ManifestAnnotation): string => `${constructPath}: ${message}`;
