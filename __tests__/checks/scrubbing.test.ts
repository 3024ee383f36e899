import {
  checkPlan,
  jsonReport,
  junitReport,
  markdownReport,
  sarifReport,
  textReport,
  type Report,
} from "../../lib/checks";
import { container, planOf, type Json, type ResourceChange } from "./plans";
import { refusalOf } from "./refusal-of";

const key = "0123456789abcdef0123456789abcdef";

/** A container whose name has a secret in it, so that each of its findings would print it. */
const leaky = (more: Partial<ResourceChange> = {}, after: Json = {}): ResourceChange => ({
  ...container("captions", { restart: `no-${key}`, ...after }),
  ...more,
});

function everyReport(report: Report): string {
  const strictness = { failOn: "error", strict: false } as const;
  return [
    textReport(report),
    JSON.stringify(jsonReport(report, strictness)),
    JSON.stringify(sarifReport(report, { version: "0.1.0" })),
    junitReport(report, strictness),
    markdownReport(report),
  ].join("\n");
}

test("a value that nothing marks is shown, or this test would prove nothing", () => {
  expect(everyReport(checkPlan(planOf([leaky()])))).toContain(key);
});

test.each<[string, Json]>([
  ["a resource", planOf([leaky({}, {}), { ...container("other", { user: key }), sensitive: { user: true } }])],
  [
    "a sensitive variable",
    planOf([leaky()], {
      variables: { key: { value: key } },
      configuration: { root_module: { variables: { key: { sensitive: true } } } },
    }),
  ],
  [
    "a plain variable that feeds a marked argument",
    planOf(
      [
        leaky(),
        {
          ...container("other", { user: "u" }),
          sensitive: { user: true },
          written: { user: { references: ["var.key"] } },
        },
      ],
      { variables: { key: { value: key } } },
    ),
  ],
  ["an output", planOf([leaky()], { output_changes: { key: outputOf(key) } })],
  [
    "the prior state",
    planOf([leaky()], { prior_state: { values: { outputs: { key: { value: key, sensitive: true } } } } }),
  ],
  ["a key in a command that nobody marked", planOf([leaky({}, { command: [`ApiKey=${key}`], env: [] })])],
  ["a key in the environment, of a group", planOf([leaky({}, { command: [], env: [`A__ApiKey=${key}`] })])],
  [
    "a password of a provider",
    planOf([leaky()], {
      configuration: {
        root_module: {},
        provider_config: {
          docker: { name: "docker", expressions: { registry_auth: [{ password: { constant_value: key } }] } },
        },
      },
    }),
  ],
])("a secret that stands in %s is in no report", (_name, plan) => {
  const report = checkPlan(plan);
  expect(report.findings.length).toBeGreaterThan(0);
  expect(everyReport(report)).not.toContain(key);
});

function outputOf(value: string): Json {
  return {
    actions: ["create"],
    before: null,
    after: value,
    after_unknown: false,
    before_sensitive: true,
    after_sensitive: true,
  };
}

test("a secret in the address of a damaged resource is not in the refusal", () => {
  const plan = planOf([leaky()], { output_changes: { key: outputOf(key) } }) as Json & { resource_changes: Json[] };
  plan.resource_changes.push({ address: `docker_container.${key}`, mode: "none" });
  const { message } = refusalOf(() => checkPlan(plan));
  expect(message).not.toContain(key);
  expect(message).toContain("(sensitive value)");
});
