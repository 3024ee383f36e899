import { checkPlan, parseJson } from "../../lib/checks";
import { originsOf } from "../../lib/checks/origins";
import { argumentOf } from "../../lib/checks/reading";
import { readPlan } from "../../lib/checks/reader/read-plan";
import { container, planOf, type Json } from "./plans";
import { refusalOf } from "./refusal-of";

const good = planOf([container("captions")]);

/** The plan with one part changed in place. */
function changed(change: (plan: Json) => void): Json {
  const copy = JSON.parse(JSON.stringify(good)) as Json;
  change(copy);
  return copy;
}
const changeOf = (plan: Json) => (plan.resource_changes as [{ change: Json; actions: string[] } & Json])[0];
const without = (name: string) =>
  changed((plan) => {
    delete plan[name];
  });

const checkOf = (status: string, ofInstance: string): Json => {
  const address = { to_display: "check.name" };
  const problems = ofInstance === "fail" ? [{ message: "too small" }] : [];
  return { address, status, instances: [{ address, status: ofInstance, problems }] };
};

describe("refuses", () => {
  test.each<[string, unknown, string]>([
    ["nothing", null, "SPC902"],
    ["a list", [], "SPC902"],
    ["a state", { format_version: "1.0", values: { root_module: {} } }, "SPC902"],
    ["a plan that is cut off", without("configuration"), "SPC902"],
    ["the next format", { ...good, format_version: "2.0" }, "SPC903"],
    ["the format before", { ...good, format_version: "0.2" }, "SPC903"],
    ["a plan that failed", { ...good, errored: true }, "SPC905"],
    ["changes that are no list", { ...good, resource_changes: {} }, "SPC904"],
    ["a change without its resource's planned values", { ...good, planned_values: { root_module: {} } }, "SPC904"],
    ["planned values without a change", without("resource_changes"), "SPC904"],
    ["an action that is none", changed((plan) => (changeOf(plan).change.actions = ["crate"])), "SPC904"],
    ["a create of what exists", changed((plan) => (changeOf(plan).change.before = {})), "SPC904"],
    ["an update of nothing", changed((plan) => (changeOf(plan).change.actions = ["update"])), "SPC904"],
    ["a delete that leaves something", changed((plan) => (changeOf(plan).change.actions = ["delete"])), "SPC904"],
    ["a mask that is no mask", changed((plan) => (changeOf(plan).change.after_unknown = "no")), "SPC904"],
    ["a missing mask", changed((plan) => delete changeOf(plan).change.after_sensitive), "SPC904"],
    ["an address of another resource", changed((plan) => (changeOf(plan).name = "narrator")), "SPC904"],
    [
      "an argument that is neither known nor unknown",
      changed((plan) => delete (changeOf(plan).change.after_unknown as Json).command),
      "SPC904",
    ],
    [
      "an argument that is known and unknown",
      changed((plan) => ((changeOf(plan).change.after_unknown as Json).restart = true)),
      "SPC904",
    ],
    [
      "a value that differs from the planned values",
      changed((plan) => ((changeOf(plan).change.after as Json).restart = "always")),
      "SPC904",
    ],
    ["a check that passes and fails", { ...good, checks: [checkOf("pass", "fail")] }, "SPC904"],
  ])("%s", (_name, plan, code) => {
    expect(refusalOf(() => checkPlan(plan)).code).toBe(code);
  });

  test.each(["", "{", '{"format_version":"1.2"', "null}", "Terraform will perform the following actions"])(
    "%j, which is not JSON, without the words around the mistake",
    (text) => {
      expect(() => parseJson(text, "SPC902")).toThrow(/^this is not JSON: it/);
    },
  );

  test("without ever quoting a value", () => {
    const secret = "0123456789abcdef0123456789abcdef";
    const plan = changed((copy) => {
      (changeOf(copy).change.after as Json).restart = [secret];
    });
    expect(refusalOf(() => checkPlan(plan)).message).not.toContain(secret);
  });
});

describe("reads", () => {
  test("a plan without resources, and one without changes", () => {
    expect(readPlan(planOf([])).resources).toEqual([]);
    const { after } = container("captions");
    const unchanged = { ...container("captions"), before: after, actions: ["no-op"] };
    expect(readPlan(planOf([unchanged], { applyable: false })).resources[0]?.action).toBe("no-op");
  });

  test("a targeted plan as a partial one", () => {
    expect(checkPlan({ ...good, complete: false })).toMatchObject({ partial: true });
    expect(checkPlan(good)).toMatchObject({ partial: false });
  });

  test("replacements in both orders, with the paths that force them", () => {
    const { after } = container("captions");
    const replaced = (actions: string[]) =>
      readPlan(
        planOf([
          {
            ...container("captions"),
            before: { ...after, id: "1" },
            actions,
            more: {
              change: { replace_paths: [["command"], ["ports", 0, "ip"]] },
              action_reason: "replace_because_cannot_update",
            },
          },
        ]),
      ).resources[0];
    expect(replaced(["delete", "create"])).toMatchObject({
      action: "replace",
      replacePaths: [["command"], ["ports", 0, "ip"]],
      actionReason: "replace_because_cannot_update",
    });
    expect(replaced(["create", "delete"])?.action).toBe("replace");
  });

  test("deposed objects beside the resource of the same address", () => {
    const { after } = container("captions");
    const deposed = { address: "docker_container.captions", before: after, after: null, more: { deposed: "c0ffee" } };
    const { resources } = readPlan(planOf([container("captions"), deposed]));
    expect(resources.map((resource) => resource.deposed)).toEqual([undefined, "c0ffee"]);
  });

  test("data sources that were read already, from the prior state", () => {
    const data = {
      address: "data.azurerm_cognitive_account.x",
      mode: "data",
      type: "azurerm_cognitive_account",
      name: "x",
    };
    const plan = planOf([], {
      prior_state: { values: { root_module: { resources: [{ ...data, values: { kind: "SpeechServices" } }] } } },
    });
    expect(readPlan(plan).resources).toMatchObject([
      { address: data.address, mode: "data", action: "no-op", after: { kind: "SpeechServices" } },
    ]);
  });

  test("conditions of the configuration, the unwell instances of each", () => {
    expect(readPlan({ ...good, checks: [checkOf("fail", "fail"), checkOf("pass", "pass")] }).checks).toEqual([
      { address: "check.name", status: "fail", messages: ["too small"] },
      { address: "check.name", status: "pass", messages: [] },
    ]);
  });

  test("keys of for_each, whatever signs Terraform quotes in them", () => {
    const address = 'module.site["a.b"].docker_container.captions["$${x}"]';
    const change = { ...container("captions"), address, more: { index: "${x}", module_address: 'module.site["a.b"]' } };
    expect(readPlan(planOf([change])).resources).toMatchObject([{ address, module: "module.site", index: "${x}" }]);
  });

  test("addresses in the order of their numbers", () => {
    const numbered = [10, 2, 1].map((index) => ({
      ...container("captions"),
      address: `docker_container.captions[${index}]`,
    }));
    expect(readPlan(planOf(numbered)).resources.map(({ index }) => index)).toEqual([1, 2, 10]);
  });
});

describe("follows references", () => {
  const account = "azurerm_cognitive_account.x";
  const plan = readPlan(
    planOf([], {
      configuration: {
        root_module: {
          variables: { key: { sensitive: true }, plain: {} },
          module_calls: {
            azure: {
              module: { outputs: { endpoint: { expression: { references: [`${account}.endpoint`, account] } } } },
            },
            site: {
              expressions: {
                endpoint: { references: ["module.azure.endpoint", "module.azure"] },
                key: { references: ["var.key"] },
                text: { constant_value: "x" },
              },
              module: {
                variables: { endpoint: {}, key: {}, text: {} },
                module_calls: {
                  inner: {
                    expressions: { endpoint: { references: ["var.endpoint"] } },
                    module: { variables: { endpoint: {} } },
                  },
                },
              },
            },
          },
        },
      },
    }),
  );

  test.each<[string, string, readonly string[], unknown]>([
    [
      "an attribute",
      "",
      [`${account}.endpoint`, account],
      [{ kind: "resource", address: account, attribute: "endpoint" }],
    ],
    [
      "an instance",
      "",
      [`${account}["eu"].endpoint`, `${account}["eu"]`, account],
      [{ kind: "resource", address: account, attribute: "endpoint", key: '"eu"' }],
    ],
    [
      "an index that is not written",
      "",
      [account, "count.index"],
      [
        { kind: "resource", address: account },
        { kind: "opaque", text: "count.index" },
      ],
    ],
    [
      "a data source",
      "",
      [`data.${account}.endpoint`],
      [{ kind: "resource", address: `data.${account}`, attribute: "endpoint" }],
    ],
    [
      "an output of a module",
      "",
      ["module.azure.endpoint", "module.azure"],
      [{ kind: "resource", address: `module.azure.${account}`, attribute: "endpoint" }],
    ],
    [
      "a module with an index",
      "",
      ["module.azure[0].endpoint"],
      [{ kind: "resource", address: `module.azure.${account}`, attribute: "endpoint" }],
    ],
    ["a variable of the root", "", ["var.key"], [{ kind: "variable", name: "key", sensitive: true }]],
    ["a variable of a module", "module.site", ["var.key"], [{ kind: "variable", name: "key", sensitive: true }]],
    [
      "a variable of a module in a module",
      "module.site.module.inner",
      ["var.endpoint"],
      [{ kind: "resource", address: `module.azure.${account}`, attribute: "endpoint" }],
    ],
    ["a variable with a text", "module.site", ["var.text"], []],
    ["a local, of which no plan tells more", "", ["local.endpoint"], [{ kind: "opaque", text: "local.endpoint" }]],
    ["each.value", "", ["each.value.endpoint", "each.value"], [{ kind: "opaque", text: "each.value.endpoint" }]],
    ["an output that there is not", "", ["module.azure.nothing"], [{ kind: "opaque", text: "module.azure.nothing" }]],
  ])("%s", (_name, module, references, origins) => {
    expect(originsOf(plan, module, references)).toEqual(origins);
  });

  test("in circles only so far", () => {
    const circle = planOf([], {
      configuration: {
        root_module: {
          module_calls: {
            a: {
              expressions: { x: { references: ["module.a.y"] } },
              module: { variables: { x: {} }, outputs: { y: { expression: { references: ["var.x"] } } } },
            },
          },
        },
      },
    });
    expect(originsOf(readPlan(circle), "", ["module.a.y"])).toEqual([expect.objectContaining({ kind: "opaque" })]);
  });
});

describe("tells unset from unknown", () => {
  test.each([
    ["unset: computed, not written", {}, "unset"],
    ["unknown: written with a reference", { command: { references: ["local.words"] } }, "unknown"],
    [
      "known: written as text, though the provider says unknown",
      { command: { constant_value: ["Eula=accept"] } },
      "known",
    ],
  ])("%s", (_name, written, state) => {
    const plan = readPlan(planOf([container("captions", {}, { written })]));
    const [resource] = plan.resources;
    expect(resource && argumentOf(plan, resource, "command").state).toBe(state);
  });

  test("blocks that read unknown come from a dynamic block", () => {
    const { after, ...rest } = container("captions");
    const known = { ...after };
    delete known.ports;
    const plan = readPlan(planOf([{ ...rest, after: known, unknown: { ...rest.unknown, ports: true } }]));
    const [resource] = plan.resources;
    expect(resource && argumentOf(plan, resource, "ports").state).toBe("unknown");
  });
});
