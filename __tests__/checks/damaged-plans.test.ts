import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { checkPlan, parseJson, PlanRefused, type Report } from "../../lib/checks";
import { CONTAINER, damages, type Dice } from "./damages";
import type { Json } from "./plans";
import { refusalOf } from "./refusal-of";

/**
 * 10,000 damaged plans: each is refused or told about, none crashes the check, and none passes. Three in four are whole
 * plans with one thing changed, which `damages.ts` judges by itself; the others are damaged anywhere.
 */
const WHOLE = 7500;
const ANYWHERE = 2500;

const plans = { first: small("first"), settled: small("settled") };
/** Of the plan of real Terraform one container, its image and its account: the check is run ten thousand times. */
function small(name: string): Json {
  const { plan } = JSON.parse(readFileSync(join(__dirname, "plans", `${name}.json`), "utf8")) as { plan: Json };
  const kept = (list: unknown) =>
    (list as Json[]).filter(({ address }) =>
      [CONTAINER, "azurerm_cognitive_account.", "docker_image.speech-to-text"].some((start) =>
        String(address).startsWith(start),
      ),
    );
  const planned = plan.planned_values as { root_module: Json };
  const configuration = plan.configuration as { root_module: Json };
  planned.root_module.resources = kept(planned.root_module.resources);
  configuration.root_module.resources = kept(configuration.root_module.resources);
  return { ...plan, resource_changes: kept(plan.resource_changes), resource_drift: [], prior_state: {} };
}

/** What is said of a plan: the report, or that it was refused. Anything else is a crash. */
function saidOf(plan: unknown): Report | "refused" {
  try {
    return checkPlan(plan, { profile: "production" });
  } catch (thrown) {
    if (thrown instanceof PlanRefused) return "refused";
    throw thrown;
  }
}

const linesOf = (said: Report | "refused") =>
  said === "refused" ? ["refused"] : said.findings.map(({ rule, address }) => `${rule} ${address ?? "plan"}`);

const undamaged = { first: linesOf(saidOf(plans.first)), settled: linesOf(saidOf(plans.settled)) };

test("the plans that are damaged have neither an error nor a warning before", () => {
  expect(undamaged).toEqual({ first: [], settled: [] });
});

const dice: fc.Arbitrary<Dice> = fc.record({
  pick: fc.nat(),
  value: fc.jsonValue({ maxDepth: 2 }),
});

test.each(damages.map((damage) => [damage.name, damage] as const))(
  "a whole plan with one thing changed is refused or told about: %s",
  (_, { from, apply, expects }) => {
    fc.assert(
      fc.property(dice, (thrown) => {
        const plan = structuredClone(plans[from]);
        if (apply(plan, thrown) === false) return;
        const said = saidOf(plan);
        const rules = said === "refused" ? [said] : said.findings.map(({ rule }) => rule);
        const good = expects === "refused" ? [expects] : expects;
        expect(rules.some((rule) => good.includes(rule)) || rules).toBe(true);
      }),
      { numRuns: Math.ceil(WHOLE / damages.length) },
    );
  },
);

test.each(damages.map((damage) => [damage.name, damage] as const))("the oracle can be wrong: %s", (_, damage) => {
  expect(linesOf(saidOf(plans[damage.from]))).toEqual([]);
});

describe("damaged anywhere", () => {
  /** Every place of a value, as the keys that lead to it. */
  function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== "object" || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
  }
  const places = placesIn(plans.settled).slice(1);

  /** Where Terraform tells a value twice, or where the form is its own: nothing in it can change unseen. */
  const isVital = (path: readonly string[]) =>
    /^resource_changes,\d+,(?:address|mode|type|name|change)$/.test(path.join()) ||
    /^resource_changes,\d+,change,actions$/.test(path.join()) ||
    /^resource_changes,\d+,change,after(?:,|$)/.test(path.join()) ||
    /^planned_values,root_module,resources,\d+,(?:address|values)(?:,|$)/.test(path.join()) ||
    /^(?:configuration|format_version|planned_values|resource_changes)$/.test(path.join());

  const isMask = (path: readonly string[]) =>
    /^resource_changes,\d+,change,\w+_(?:sensitive|unknown)$/.test(path.join());

  test("a plan is refused where that matters, and never crashes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.option(fc.jsonValue({ maxDepth: 2 })),
        fc.boolean(),
        (path, value, gone) => {
          const plan = structuredClone(plans.settled);
          const above = path.slice(0, -1).reduce<Json>((inner, key) => inner[key] as Json, plan);
          const last = path.at(-1) ?? "";
          fc.pre(gone || JSON.stringify(above[last]) !== JSON.stringify(value));
          if (!gone) above[last] = value;
          else if (Array.isArray(above)) above.splice(Number(last), 1);
          else delete above[last];
          const said = saidOf(plan);
          if (isVital(path) || (gone && isMask(path))) expect([path, linesOf(said)]).toEqual([path, ["refused"]]);
        },
      ),
      { numRuns: ANYWHERE - 500 },
    );
  });

  test("a text that is cut off is refused, wherever it is cut", () => {
    const text = JSON.stringify(plans.first);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(refusalOf(() => checkPlan(parseJson(text.slice(0, length), "SPC902"))).code).toBe("SPC902");
      }),
      { numRuns: 500 },
    );
  });
});
