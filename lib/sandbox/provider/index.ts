import type { Cloud } from "../azure";
import type { Engines } from "../engine";
import type { Store } from "../store";

export interface ServeOptions {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly engines: Engines;
  /** Short and private: the sockets are made in it (a socket path may have about 100 characters). Unused on Windows. */
  readonly socketFolder: string;
}

/** One entry of `TF_REATTACH_PROVIDERS`. */
export interface Reattach {
  readonly Protocol: "grpc";
  readonly ProtocolVersion: 5;
  readonly Pid: number;
  readonly Test: true;
  readonly Addr: { readonly Network: "unix" | "tcp"; readonly String: string };
}

export interface ServedProviders {
  /** By source address, for Terraform's and OpenTofu's default registry: the value of `TF_REATTACH_PROVIDERS`. */
  readonly reattach: Readonly<Record<string, Reattach>>;
  close(): Promise<void>;
}

export declare function serveProviders(options: ServeOptions): Promise<ServedProviders>;

/** Resource and data source types that are served, such as `docker_container` and `data.azurerm_cognitive_account`. */
export declare const servedTypes: { readonly resources: readonly string[]; readonly data: readonly string[] };
