import { plannedChanges } from "../../lib/terraform/changes";
import type { ResourceChange } from "../../lib/domain/plan-json";

const resource = (change: Partial<ResourceChange["change"]>, more: Partial<ResourceChange> = {}): ResourceChange => ({
  address: "docker_container.captions",
  type: "docker_container",
  name: "captions",
  ...more,
  change: { actions: ["no-op"], ...change },
});

describe("the changes of a plan", () => {
  it.each([
    ["create", ["create"], []],
    ["delete", ["delete"], []],
    ["replace", ["delete", "create"], []],
    ["replace", ["create", "delete"], []],
  ] as const)("are called %s for %j", (action, actions, because) => {
    expect(plannedChanges({ resource_changes: [resource({ actions })] })).toEqual([
      { address: "docker_container.captions", type: "docker_container", action, because },
    ]);
  });

  it("name the arguments that force a replacement, once each", () => {
    const replace_paths = [["ports", 0, "ip"], ["ports"], ["command"]];
    const [change] = plannedChanges({ resource_changes: [resource({ actions: ["delete", "create"], replace_paths })] });
    expect(change?.because).toEqual(["command", "ports"]);
  });

  it("say that a container whose apply failed is made anew", () => {
    const tainted = resource({ actions: ["delete", "create"] }, { action_reason: "replace_because_tainted" });
    expect(plannedChanges({ resource_changes: [tainted] })[0]?.because).toEqual(["the last apply of it failed"]);
  });

  it("name the arguments that an update changes, without their values", () => {
    const update = resource({
      actions: ["update"],
      before: { memory: 8192, memory_swap: 8192, name: "a" },
      after: { memory: 16384, memory_swap: 16384, name: "a" },
    });
    expect(plannedChanges({ resource_changes: [update] })[0]?.because).toEqual(["memory", "memory_swap"]);
  });

  it("leave out what stays and what is only read", () => {
    const plan = { resource_changes: [resource({ actions: ["no-op"] }), resource({ actions: ["read"] })] };
    expect(plannedChanges(plan)).toEqual([]);
  });
});
