import type { IConstruct } from "constructs";
import type { Problem } from "../domain/problems";
import { counted, sentence } from "../domain/words";

const marker = Symbol.for("cdktf-speech-containers/ConstructProblem");

/** Everything that is wrong with one construct: its path, and each problem with its code and what to do. */
export class ConstructProblem extends Error {
  /** Whether a thrown value is one of these, also when two copies of this package are loaded. */
  public static isConstructProblem(thrown: unknown): thrown is ConstructProblem {
    return typeof thrown === "object" && thrown !== null && marker in thrown;
  }

  /**
   * @param problems what is wrong, at least one
   * @param scope the construct that it is wrong with
   * @default scope - none: the problem is one of a value that belongs to no construct yet
   */
  public constructor(
    public readonly problems: readonly Problem[],
    scope?: IConstruct,
  ) {
    super(describe(problems, scope));
    this.name = "ConstructProblem";
    Object.defineProperty(this, marker, { value: true });
  }
}

function describe(problems: readonly Problem[], scope: IConstruct | undefined): string {
  const place = scope === undefined ? "" : `${scope.node.path}: `;
  return [
    `${place}${counted(problems.length, "problem")}`,
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
  ].join("\n");
}

/** A problem as one line: code, path, message, and the fix. */
export function describeProblem({ code, path, message, hint }: Problem): string {
  const subject = path === "" ? "" : `${path}: `;
  return `${code} ${subject}${message}. ${sentence(hint)}`;
}
