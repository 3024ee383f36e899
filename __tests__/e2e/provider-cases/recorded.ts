import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutsideAction } from "../../../lib/sandbox/outside";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export interface RecordedDiagnostic {
  readonly severity: string;
  readonly address?: string;
  readonly summary: string;
  readonly detail: string;
}

export interface RecordedStep {
  readonly config: JsonObject;
  readonly vars?: Readonly<Record<string, string>>;
  readonly refresh?: boolean;
  readonly destroy?: boolean;
  readonly outside?: { readonly text: string; readonly do: readonly OutsideAction[] };
  readonly plan: {
    readonly exitCode: number;
    readonly changes: readonly JsonObject[];
    readonly drift: readonly JsonObject[];
    readonly outputs: JsonObject;
    readonly diagnostics: readonly RecordedDiagnostic[];
  };
  readonly apply?: {
    readonly ok: boolean;
    readonly order: readonly string[];
    readonly diagnostics: readonly RecordedDiagnostic[];
    readonly tainted?: readonly string[];
    readonly state: JsonObject;
  };
  readonly engine?: JsonObject;
  readonly engineAfterPlan?: JsonObject;
}

export interface RecordedCase {
  readonly title: string;
  readonly given: {
    readonly prefix: string;
    readonly images?: Readonly<Record<string, string>>;
    readonly folders?: readonly string[];
    readonly groups?: readonly string[];
    readonly accounts?: readonly { name: string; group: string; tags?: Readonly<Record<string, string>> }[];
    readonly outside?: readonly OutsideAction[];
  };
  readonly steps: readonly RecordedStep[];
}

/** The recorded cases of a folder, by the name of their file. */
export function readCases(folder: string): ReadonlyMap<string, RecordedCase> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    names
      .sort()
      .map((name) => [
        name.replace(/\.json$/, ""),
        JSON.parse(readFileSync(join(folder, name), "utf8")) as RecordedCase,
      ]),
  );
}
