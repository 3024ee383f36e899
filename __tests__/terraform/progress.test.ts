import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTerraformLine, renderDiagnostic, type TerraformEvent } from "../../lib/terraform/progress";

/** Recorded from Terraform 1.11.4: plan, then apply of two `terraform_data`, one of which fails. */
const recorded = readFileSync(join(__dirname, "fixtures", "run.jsonl"), "utf8")
  .trim()
  .split("\n");

const events = recorded.flatMap((line) => parseTerraformLine(line) ?? []);
const eventsOf = (...kinds: readonly TerraformEvent["kind"][]): readonly TerraformEvent[] =>
  events.filter((event) => kinds.includes(event.kind));

describe("the lines of Terraform's JSON user interface", () => {
  it("tell what is planned, by address", () => {
    expect(eventsOf("planned").slice(0, 2)).toEqual([
      { kind: "planned", address: "terraform_data.good", action: "create" },
      { kind: "planned", address: "terraform_data.bad", action: "replace", reason: "cannot_update" },
    ]);
  });

  it("tell what is done, in order", () => {
    expect(eventsOf("started", "finished", "failed")).toEqual([
      { kind: "started", address: "terraform_data.bad", action: "delete" },
      { kind: "started", address: "terraform_data.good", action: "create" },
      { kind: "finished", address: "terraform_data.bad", action: "delete", seconds: 0 },
      { kind: "finished", address: "terraform_data.good", action: "create", seconds: 0 },
      { kind: "started", address: "terraform_data.bad", action: "create" },
      { kind: "failed", address: "terraform_data.bad", action: "create", seconds: 0 },
    ]);
  });

  it("count the changes and name the outputs", () => {
    expect(eventsOf("summary")).toEqual([{ kind: "summary", changes: { add: 2, change: 0, destroy: 1 } }]);
    expect(eventsOf("outputs")).toEqual([
      { kind: "outputs", outputs: { host_urls: { sensitive: false, action: "create" } } },
    ]);
  });

  it("keep the words of an error", () => {
    const [event] = eventsOf("diagnostic");
    if (event?.kind !== "diagnostic") throw new Error("the recording holds an error");
    expect(renderDiagnostic(event.diagnostic)).toBe(
      "Error: local-exec provisioner error\n\n  with terraform_data.bad,\n  on main.tf.json line 8\n\nError running command 'exit 1': exit status 1. Output: ",
    );
  });

  it.each(["", "not json", "[]", "null", '{"type":"future"}', '{"@level":"info"}', "panic: interface conversion"])(
    "that say nothing we know (%j) are left out",
    (line) => {
      expect(parseTerraformLine(line)).toBeUndefined();
    },
  );
});
