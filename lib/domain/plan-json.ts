/** The parts that we read of what `terraform show -json` prints (format 1.x); everything else is left alone. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  readonly resource_drift?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, Change>>;
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly planned_values?: StateJson["values"];
  readonly prior_state?: StateJson;
  readonly configuration?: {
    readonly root_module?: {
      readonly variables?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
    };
  };
}

export interface StateJson {
  readonly values?: {
    readonly outputs?: Readonly<Record<string, { readonly value?: unknown; readonly sensitive?: boolean }>>;
    readonly root_module?: ValuesModule;
  };
}

export interface ValuesModule {
  readonly resources?: readonly ResourceValues[];
  readonly child_modules?: readonly ValuesModule[];
}

export interface ResourceValues {
  readonly address?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly values?: unknown;
  readonly sensitive_values?: unknown;
}

export interface ResourceChange {
  readonly address: string;
  readonly mode?: string;
  readonly type: string;
  readonly name: string;
  readonly action_reason?: string;
  readonly change: Change & { readonly replace_paths?: readonly (readonly (string | number)[])[] };
}

export interface Change {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
}
