import type { ProblemCode } from "../domain/problems";
import type { SandboxAction, SandboxJob, SandboxJobEnd, SandboxVolume, UpOptions } from "./sandbox";
import type { Login } from "./engine/images";
import type { SandboxStatus } from "./status";

/** What the background process can be asked, by the path of the request. */
export interface DaemonCalls {
  readonly up: { readonly ask: UpOptions; readonly answer: SandboxStatus };
  readonly status: { readonly ask: null; readonly answer: SandboxStatus };
  readonly environment: { readonly ask: null; readonly answer: ProviderAttachment };
  readonly act: { readonly ask: SandboxAction; readonly answer: null };
  readonly key: { readonly ask: { readonly account: string; readonly key: "key1" | "key2" }; readonly answer: string };
  readonly address: { readonly ask: { readonly engineHost?: string }; readonly answer: string };
  readonly digest: { readonly ask: { readonly reference: string; readonly login?: Login }; readonly answer: string };
  readonly volumes: { readonly ask: { readonly engineHost?: string }; readonly answer: readonly SandboxVolume[] };
  readonly job: {
    readonly ask: { readonly engineHost?: string; readonly job: SandboxJob };
    readonly answer: SandboxJobEnd;
  };
  readonly down: { readonly ask: null; readonly answer: null };
}

export interface ProviderAttachment {
  /** Value of `TF_REATTACH_PROVIDERS`. */
  readonly reattach: string;
  /** A Terraform workspace name that no other sandbox ever had. */
  readonly workspace: string;
}

/** Asked on the path `logs`; answered line by line. */
export interface LogsRequest {
  readonly name: string;
  readonly follow: boolean;
}

export interface DaemonFailure {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

export const TOKEN_HEADER = "x-sandbox-token";
