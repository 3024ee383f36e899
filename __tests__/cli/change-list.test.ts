import { outcomeJson, renderOutcomes } from "../../lib/cli/change-list";
import type { StackOutcome } from "../../lib/cli/stack-plans";
import type { PlannedChange } from "../../lib/terraform";
import { recordingTerminal } from "./recording-terminal";

const stack = (id: string) => ({ id, folder: `/${id}`, dependencies: [] });

const planned = (changes: readonly PlannedChange[], warnings: readonly string[] = [], id = "speech"): StackOutcome => ({
  kind: "planned",
  stack: stack(id),
  changes,
  plan: {
    stack: stack(id),
    file: "/nowhere/plan",
    changed: changes.length > 0,
    counts: { add: changes.length, change: 0, destroy: 0 },
    planned: [],
    warnings,
  },
});

const change = (action: PlannedChange["action"], name: string, ...because: string[]): PlannedChange => ({
  address: `docker_container.${name}`,
  type: "docker_container",
  action,
  because,
});

const shown = (...outcomes: readonly StackOutcome[]): readonly string[] =>
  renderOutcomes(outcomes, recordingTerminal())
    .split("\n")
    .filter((line) => line !== "");

describe("what is planned, on the screen", () => {
  it("is one change a line, with the word for it and its reason", () => {
    expect(
      shown(
        planned([
          change("create", "a"),
          change("update", "b", "memory"),
          change("replace", "c", "image"),
          change("delete", "d"),
        ]),
      ),
    ).toEqual([
      "  add      docker_container.a",
      "  change   docker_container.b  memory",
      "  replace  docker_container.c  image",
      "  destroy  docker_container.d",
    ]);
  });

  it("puts a long reason below its address", () => {
    const reason = "the container ends again and again, and its engine restarts it";
    expect(shown(planned([change("replace", "captions", reason)]))).toEqual([
      "  replace  docker_container.captions",
      `           ${reason}`,
    ]);
  });

  it("names the stacks where there are several, and those that wait", () => {
    const waiting: StackOutcome = { kind: "waiting", stack: stack("speech-lab") };
    const lines = shown(planned([change("create", "a")], [], "speech-account"), waiting);
    expect(lines[0]).toBe("  speech-account");
    expect(lines.at(-1)).toBe("  speech-lab: after the account. It is planned when the account is there.");
  });

  it("shows warnings in Terraform's words", () => {
    expect(shown(planned([], ["Warning: Deprecated\n\nuse another"]))).toEqual([
      "    Warning: Deprecated",
      "    use another",
    ]);
  });

  it("stops after sixty lines, and says so", () => {
    const changes = Array.from({ length: 100 }, (_, index) => change("create", `c${index}`));
    const lines = shown(planned(changes));
    expect(lines).toHaveLength(61);
    expect(lines.at(-1)).toBe("  and 40 more (--json has all)");
  });
});

describe("what is planned, as JSON", () => {
  it("holds each change and the counts, and no path of a saved plan", () => {
    const json = outcomeJson(planned([change("create", "a")]));
    expect(json).toEqual({
      stack: "speech",
      status: "planned",
      summary: "1 to add, 0 to change, 0 to destroy",
      changed: true,
      add: 1,
      change: 0,
      destroy: 0,
      changes: [{ address: "docker_container.a", type: "docker_container", action: "create", because: [] }],
      warnings: [],
    });
  });

  it("tells code, words and hint of a failure", () => {
    const error = Object.assign(new Error("m"), { code: "SPC607", hint: "h", details: ["d"] });
    expect(outcomeJson({ kind: "failed", stack: stack("speech"), error })).toEqual({
      stack: "speech",
      status: "failed",
      code: "SPC607",
      message: "m",
      hint: "h",
      details: ["d"],
    });
  });
});
