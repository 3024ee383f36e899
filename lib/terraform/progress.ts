/** What happens in a Terraform run, as our own words; made from the lines of its `-json` user interface. */
export type TerraformEvent =
  | { readonly kind: "planned"; readonly address: string; readonly action: ChangeAction; readonly reason?: string }
  | { readonly kind: "started"; readonly address: string; readonly action: ChangeAction }
  | { readonly kind: "working"; readonly address: string; readonly action: ChangeAction; readonly seconds: number }
  | { readonly kind: "finished"; readonly address: string; readonly action: ChangeAction; readonly seconds: number }
  | { readonly kind: "failed"; readonly address: string; readonly action: ChangeAction; readonly seconds: number }
  | { readonly kind: "summary"; readonly changes: ChangeCounts }
  | { readonly kind: "outputs"; readonly outputs: Outputs }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };

/** `create`, `update`, `delete`, `replace`, `read`, `move`, `import`, `noop` and what later versions add. */
export type ChangeAction = string;

export interface ChangeCounts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
}

/** `value` is absent in a plan, and always for a sensitive output. */
export type Outputs = Readonly<Record<string, { readonly sensitive: boolean; readonly value?: unknown }>>;

/** One error or warning of Terraform or a provider, in its own words. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

/**
 * Reads one line. A line that is not JSON (a provider's stray print, a crash report) is nothing here; the caller keeps
 * the whole output for the failure report.
 */
export function parseTerraformLine(line: string): TerraformEvent | undefined {
  const message = parseObject(line);
  switch (message?.type) {
    case "planned_change": {
      const { resource, action, reason } = message.change ?? {};
      return { kind: "planned", address: resource?.addr ?? "", action: action ?? "", ...(reason && { reason }) };
    }
    case "apply_start":
      return { kind: "started", ...hookOf(message) };
    case "apply_progress":
      return { kind: "working", ...hookOf(message), seconds: message.hook?.elapsed_seconds ?? 0 };
    case "apply_complete":
      return { kind: "finished", ...hookOf(message), seconds: message.hook?.elapsed_seconds ?? 0 };
    case "apply_errored":
      return { kind: "failed", ...hookOf(message), seconds: message.hook?.elapsed_seconds ?? 0 };
    case "change_summary": {
      const { add = 0, change = 0, remove = 0 } = message.changes ?? {};
      return { kind: "summary", changes: { add, change, destroy: remove } };
    }
    case "outputs":
      return { kind: "outputs", outputs: message.outputs ?? {} };
    case "diagnostic":
      return message.diagnostic && { kind: "diagnostic", diagnostic: message.diagnostic };
    default:
      return undefined;
  }
}

/** As Terraform prints it without colour and box. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { severity, summary, detail, address, range } = diagnostic;
  const place = [
    ...(address ? [`  with ${address}`] : []),
    ...(range ? [`  on ${range.filename} line ${range.start.line}`] : []),
  ].join(",\n");
  return [`${severity === "error" ? "Error" : "Warning"}: ${summary}`, place, detail]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

interface UserInterfaceMessage {
  readonly type?: string;
  readonly change?: {
    readonly resource?: { readonly addr?: string };
    readonly action?: string;
    readonly reason?: string;
  };
  readonly hook?: {
    readonly resource?: { readonly addr?: string };
    readonly action?: string;
    readonly elapsed_seconds?: number;
  };
  readonly changes?: { readonly add?: number; readonly change?: number; readonly remove?: number };
  readonly outputs?: Outputs;
  readonly diagnostic?: Diagnostic;
}

function hookOf(message: UserInterfaceMessage): { readonly address: string; readonly action: string } {
  return { address: message.hook?.resource?.addr ?? "", action: message.hook?.action ?? "" };
}

function parseObject(line: string): UserInterfaceMessage | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
