import * as fc from "fast-check";
import { scrubber } from "../../lib/domain/scrub";
import { sensitiveValuesOfPlan, sensitiveValuesOfState } from "../../lib/domain/sensitive";
import type { PlanJson } from "../../lib/domain/plan-json";

const key = "0123456789abcdef0123456789abcdef";

describe("scrubber", () => {
  it("takes a secret out of any text, in whatever spelling JSON or a URL gives it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!"(sensitive value)".includes(secret));
        const scrub = scrubber([secret]);
        for (const spelling of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
          expect(scrub(before + spelling + after).includes(secret)).toBe(false);
        }
      }),
    );
  });

  it.each([
    ["Go's JSON", 'a<b>&"c', 'a\\u003cb\\u003e\\u0026\\"c'],
    ["our JSON", 'a<b>&"c', 'a<b>&\\"c'],
    ["a URL", "a/b+c=d", "a%2Fb%2Bc%3Dd"],
  ])("knows the spelling of %s", (_name, secret, spelling) => {
    expect(scrubber([secret])(`x ${spelling} y`)).toBe("x (sensitive value) y");
  });

  it("leaves no part of a secret that contains another one", () => {
    expect(scrubber([key, `ApiKey=${key}`])(`env ApiKey=${key} end`)).toBe("env (sensitive value) end");
  });

  it("leaves words alone that are too short to be a secret", () => {
    expect(scrubber(["S0", "", "a"])("sku S0 a")).toBe("sku S0 a");
  });
});

describe("sensitive values of a plan", () => {
  const change = { actions: ["create"] };
  const resource = (over: object): PlanJson => ({
    resource_changes: [
      { address: "docker_container.a", type: "docker_container", name: "a", change: { ...change, ...over } },
    ],
  });

  it.each<[string, PlanJson, string[]]>([
    ["an attribute", resource({ after: { key, open: "shown" }, after_sensitive: { key: true } }), [key]],
    [
      "one element of a list",
      resource({ after: { command: ["a-word", key] }, after_sensitive: { command: [false, true] } }),
      [key],
    ],
    [
      "each element of a marked set",
      resource({ before: { env: ["one-env", key] }, before_sensitive: { env: true } }),
      ["one-env", key],
    ],
    ["a whole resource", resource({ after: { deep: { er: [key] } }, after_sensitive: true }), [key]],
    [
      "drift",
      {
        resource_drift: [
          {
            address: "a",
            type: "t",
            name: "a",
            change: { actions: ["update"], before: { key }, before_sensitive: { key: true } },
          },
        ],
      },
      [key],
    ],
    ["an output", { output_changes: { o: { actions: ["create"], after: key, after_sensitive: true } } }, [key]],
    [
      "a variable",
      {
        variables: { v: { value: key }, w: { value: "shown" } },
        configuration: { root_module: { variables: { v: { sensitive: true }, w: {} } } },
      },
      [key],
    ],
    [
      "planned values in a module",
      {
        planned_values: {
          root_module: { child_modules: [{ resources: [{ values: { key }, sensitive_values: { key: true } }] }] },
        },
      },
      [key],
    ],
    ["the state before", { prior_state: { values: { outputs: { o: { value: key, sensitive: true } } } } }, [key]],
  ])("are found in %s", (_name, plan, expected) => {
    expect([...sensitiveValuesOfPlan(plan)].sort()).toEqual([...expected].sort());
  });

  it("are found in the resources of a state", () => {
    const state = {
      values: { root_module: { resources: [{ values: { key, id: "shown" }, sensitive_values: { key: true } }] } },
    };
    expect([...sensitiveValuesOfState(state)]).toEqual([key]);
  });
});
