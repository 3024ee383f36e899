import type { ProviderAttachment } from "./daemon-protocol";

/** Where Terraform keeps what a sandbox run knows of a folder, below that folder. */
const DATA_FOLDER = ".terraform/sandbox";

/** Attaches the stand-ins; nothing asks the network. */
export const attachmentEnvironment = ({ reattach }: ProviderAttachment): Readonly<Record<string, string>> => ({
  TF_REATTACH_PROVIDERS: reattach,
  ARM_SUBSCRIPTION_ID: "00000000-0000-0000-0000-000000000000",
  CHECKPOINT_DISABLE: "1",
  DISABLE_VERSION_CHECK: "1",
  CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
});

/**
 * Keeps the state of the sandbox apart from that of a real deployment in the same folder, with Terraform's own means. What was
 * measured, and why each of the three is needed: docs/adr/state-of-the-sandbox.md.
 */
export const separationEnvironment = ({ workspace }: ProviderAttachment): Readonly<Record<string, string>> => ({
  TF_WORKSPACE: workspace,
  TF_DATA_DIR: DATA_FOLDER,
  TF_CLI_ARGS_init: `-backend-config=workspace_dir=${DATA_FOLDER}/states`,
});
