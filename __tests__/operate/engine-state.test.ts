import { readEngineStates, type EngineView } from "../../lib/operate/engine-state";

const port = { external: 5000, internal: 5000, ip: "127.0.0.1", protocol: "tcp" };

const planned = (before: object, more: object = {}): EngineView => ({
  resource_changes: [
    {
      type: "docker_container",
      action_reason: "replace_because_cannot_update",
      ...more,
      change: {
        actions: ["delete", "create"],
        before: { name: "speech-captions", ...before },
        after: { ports: [port] },
      },
    },
  ],
});

const verdictOf = (view: EngineView): string | undefined => readEngineStates(view).get("speech-captions")?.verdict;

describe("what a plan tells of containers that do not run (provider cases 25, 28, 30, 31, 33)", () => {
  it.each([
    ["restarting again and again", planned({ ports: [], exit_code: null }), "crash loop"],
    ["stopped by hand", planned({ ports: [], exit_code: 0 }), "stopped"],
    ["ended at once", planned({ ports: [], exit_code: 1 }), "stopped"],
    [
      "made, but its port was taken",
      planned({ ports: [], exit_code: 128 }, { action_reason: "replace_because_tainted" }),
      "stopped",
    ],
    ["running, and its port changes", planned({ ports: [{ ...port, external: 5001 }], exit_code: null }), undefined],
    ["running, and its command changes", planned({ ports: [port], exit_code: null }), undefined],
    ["another resource type", planned({ ports: [] }, { type: "docker_network" }), undefined],
  ])("%s", (_name, view, verdict) => {
    expect(verdictOf(view)).toBe(verdict);
  });

  it("a container that is yet to be made is not there", () => {
    const view: EngineView = {
      resource_changes: [
        { type: "docker_container", change: { actions: ["create"], before: null, after: { name: "speech-captions" } } },
      ],
    };
    expect(readEngineStates(view).get("speech-captions")?.sentence).toBe("the container is not on its engine");
  });

  it("a container that was removed by hand is gone", () => {
    const view: EngineView = {
      resource_drift: [
        { type: "docker_container", change: { actions: ["delete"], before: { name: "speech-captions" } } },
      ],
      resource_changes: [
        { type: "docker_container", change: { actions: ["create"], before: null, after: { name: "speech-captions" } } },
      ],
    };
    expect(readEngineStates(view).get("speech-captions")?.sentence).toBe("the container is gone from its engine");
  });
});
