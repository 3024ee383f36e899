import type { TerraformEvent } from "../../lib/terraform/progress";
import { interruptionOf } from "../../lib/terraform/transcript";

const planned = (action: string): TerraformEvent => ({ kind: "planned", address: "a", action });
const finished = (action: string): TerraformEvent => ({ kind: "finished", address: "a", action, seconds: 1 });

describe("after Ctrl+C", () => {
  it("a replacement counts as the two changes that it is", () => {
    const events = [planned("replace"), planned("create"), finished("delete"), finished("create")];
    expect(interruptionOf("speech", ["apply"], events)).toContain("was stopped after 2 of 3 changes");
  });

  it("a plan has changed nothing", () => {
    expect(interruptionOf("speech", ["plan"], [planned("create")])).toBe(
      'terraform plan of stack "speech" was stopped; nothing of it was changed',
    );
  });
});
