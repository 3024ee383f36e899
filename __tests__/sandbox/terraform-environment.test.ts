import { attachmentEnvironment, separationEnvironment } from "../../lib/sandbox/terraform-environment";

const attachment = { reattach: "{}", workspace: "sandbox-1a2b3c4d" };

test("the attachment needs no network and says nothing of state", () => {
  expect(attachmentEnvironment(attachment)).toMatchObject({ TF_REATTACH_PROVIDERS: "{}", CHECKPOINT_DISABLE: "1" });
  expect(
    Object.keys(attachmentEnvironment(attachment)).filter((name) => name in separationEnvironment(attachment)),
  ).toEqual([]);
});

test("state, backend record and workspaces lie below one folder that real runs do not read", () => {
  expect(separationEnvironment(attachment)).toEqual({
    TF_WORKSPACE: "sandbox-1a2b3c4d",
    TF_DATA_DIR: ".terraform/sandbox",
    TF_CLI_ARGS_init: "-backend-config=workspace_dir=.terraform/sandbox/states",
  });
});
