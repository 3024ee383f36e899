import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import Ajv4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import {
  checkPlan,
  jsonReport,
  junitReport,
  markdownReport,
  sarifReport,
  textReport,
  verdictOf,
  waiversFor,
  type Finding,
  type Level,
  type Report,
} from "../../lib/checks";
import { container, planOf } from "./plans";

const finding: Finding = {
  rule: "CTR-8",
  level: "error",
  address: "docker_container.captions",
  constructPath: "speech/Default/captions",
  source: { file: "speech.yaml", line: 11, column: 3 },
  message: 'restart is "no": the engine does not start it again after a crash or a reboot',
  fix: 'set restart = "unless-stopped"',
  fingerprint: "0123456789abcdef",
};
const report: Report = {
  name: "plan.json",
  profile: "trial",
  origin: "plan",
  partial: true,
  findings: [finding, { ...finding, rule: "PLN-6", level: "warning", address: undefined, source: undefined }],
  waived: [{ ...finding, rule: "CTR-22", reason: "one night of tests", expires: "2027-01-31" }],
  undecided: [{ rule: "CTR-8", address: "docker_container.narrator", message: "restart is known after apply" }],
  passed: 41,
};
const strictness = { failOn: "error", strict: false } as const;

/** Whatever words a plan brings along. */
const anyReport = fc
  .record({
    text: fc.string({ unit: "binary", maxLength: 60 }),
    level: fc.constantFrom<Level>("error", "warning", "info"),
    partial: fc.boolean(),
  })
  .map(({ text, level, partial }): Report => {
    const odd = { ...finding, level, address: `x["${text}"]`, message: `is ${text}`, source: undefined };
    return {
      ...report,
      partial,
      findings: [odd, { ...finding, source: { file: `${text}.yaml`, line: 1, column: 1 } }],
      waived: [{ ...odd, reason: `because ${text}`, expires: "2027-01-31" }],
      undecided: [{ rule: "CTR-1", address: odd.address, message: odd.message }],
    };
  });

test("text: the verdict, each finding with its reason and its fix, what is waived, what is undecided", () => {
  expect(textReport(report)).toBe(`plan.json: 1 error, 1 warning, 41 passed, 1 waived, 1 undecided until apply
  partial: the plan leaves a part of the configuration out, and so does this
  report

  error    CTR-8   docker_container.captions  speech.yaml:11
           Restart is "no": the engine does not start it again after a crash or
           a reboot.
           Fix: set restart = "unless-stopped".

  warning  PLN-6   plan
           Restart is "no": the engine does not start it again after a crash or
           a reboot.
           Fix: set restart = "unless-stopped".

  waived   CTR-22  docker_container.captions  speech.yaml:11
           Accepted until 2027-01-31: one night of tests.

Undecided until apply
  CTR-8   docker_container.narrator  restart is known after apply
`);
});

describe("what the stack accepts, for a reason and without a last day,", () => {
  const accepted: Report = { ...report, waived: [{ ...finding, reason: "one night of tests", expires: "" }] };
  const words = "in the stack: one night of tests";

  test("is told as such by reports for people", () => {
    expect(textReport(accepted)).toContain(`\n           Accepted ${words}.\n`);
    expect(markdownReport(accepted)).toContain(`<br>speech.yaml:11 | ${words} |\n`);
    expect(junitReport(accepted, strictness)).toContain(`<skipped message="accepted ${words}"/>`);
  });

  test("is told as such by reports for machines", () => {
    expect(jsonReport(accepted, strictness)).toMatchObject({
      waived: [{ rule: "CTR-8", reason: "one night of tests", expires: "" }],
    });
    const suppressions = [{ kind: "inSource", status: "accepted", justification: words }];
    expect(sarifReport(accepted, { version: "0.1.0" })).toMatchObject({
      runs: [{ results: [{}, {}, { suppressions }] }],
    });
  });
});

test("text: a synthesized stack is called one", () => {
  expect(textReport({ ...report, partial: false, origin: "synth" })).toContain("judged without a plan");
});

describe("what an apply interrupts", () => {
  const interruptions: NonNullable<Report["interruptions"]> = {
    endpoints: [
      {
        address: "docker_container.captions",
        name: "captions",
        effect: "replaced",
        why: "locale changes the image",
        after: "ws://localhost:5000",
        outage: { seconds: 90, source: "an estimate" },
      },
      { address: "docker_container.narrator", name: "narrator", effect: "stays" },
    ],
    steps: [{ containers: ["captions"], first: "deploy with key 2", second: "then with key 1" }],
  };
  const interrupted = { ...report, findings: [], waived: [], undecided: [], partial: false, interruptions };

  test("is a part of the text: who, why, for how long, and the way around it", () => {
    expect(textReport(interrupted)).toBe(`plan.json: 0 errors, 41 passed

Interruption
  captions  replaced (locale changes the image)  about 90 s  ws://localhost:5000
  narrator  stays

  Without an outage, for captions:
    1. Deploy with key 2.
    2. Then with key 1.
`);
  });

  test("is a part of the comment and of the data", () => {
    const text = markdownReport(interrupted);
    expect(text).toContain("| captions | replaced (locale changes the image) | about 90 s | `ws://localhost:5000` |");
    expect(text).toContain("1. Deploy with key 2.\n2. Then with key 1.");
    expect(jsonReport(interrupted, strictness)).toMatchObject({ interruptions });
  });

  test("is left out where nobody notices", () => {
    const calm = { ...interrupted, interruptions: { endpoints: interruptions.endpoints.slice(1), steps: [] } };
    expect(textReport(calm)).not.toContain("Interruption");
    expect(markdownReport(calm)).not.toContain("Interruption");
  });
});

describe("JSON", () => {
  const schema = JSON.parse(
    readFileSync(join(__dirname, "..", "..", "schema", "check-report.schema.json"), "utf8"),
  ) as object;
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  test("is what its schema says", () => {
    expect([validate(jsonReport(report, strictness)), validate.errors]).toEqual([true, null]);
    const whole = jsonReport(checkPlan(planOf([container("captions")])), strictness);
    expect([validate(JSON.parse(JSON.stringify(whole))), validate.errors]).toEqual([true, null]);
  });

  test("the schema refuses a finding without a rule", () => {
    const { findings, ...rest } = jsonReport(report, strictness) as { findings: object[] };
    expect(validate({ ...rest, findings: [{ ...findings[0], rule: undefined }] })).toBe(false);
  });

  test("counts what it lists", () => {
    expect(jsonReport(report, strictness)).toMatchObject({
      exitCode: 1,
      counts: { errors: 1, warnings: 1, infos: 0, passed: 41, waived: 1, undecided: 1 },
    });
  });
});

describe("SARIF", () => {
  const file = join(
    dirname(createRequire(__filename).resolve("@microsoft/jest-sarif/package.json")),
    "lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const ajv = new Ajv4({ strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")) as object);

  test("is valid by the official schema, whatever words a plan brings along", () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const log: unknown = JSON.parse(JSON.stringify(sarifReport(any, { version: "0.1.0" })));
        expect([validate(log), validate.errors]).toEqual([true, null]);
      }),
      { numRuns: 25 },
    );
  });

  test("the official schema refuses a log that is none", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });

  test("exceptions for a generic scanner are valid too", () => {
    const account = {
      address: "azurerm_cognitive_account.speech",
      after: {
        custom_subdomain_name: null,
        kind: "SpeechServices",
        local_auth_enabled: true,
        name: "contoso",
        network_acls: [],
        public_network_access_enabled: true,
        sku_name: "S0",
      },
      unknown: { endpoint: true, primary_access_key: true, secondary_access_key: true },
    };
    const document = planOf([account, container("captions")]);
    const log = waiversFor("sarif", { kind: "plan", document });
    expect([validate(log), validate.errors]).toEqual([true, null]);
    expect(JSON.stringify(log).match(/CKV_AZURE_\d+(?=")/g)).toEqual(["CKV_AZURE_134", "CKV_AZURE_236"]);
  });

  test("names file and line of the user, else the plan, and what is waived is suppressed", () => {
    const { runs } = sarifReport(report, { version: "0.1.0" }) as {
      runs: [{ results: { locations: object[]; suppressions?: object[] }[] }];
    };
    const [own, whole, waived] = runs[0].results;
    expect(own?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: "speech.yaml" }, region: { startLine: 11, startColumn: 3 } } },
    ]);
    expect(whole?.locations).toMatchObject([{ physicalLocation: { artifactLocation: { uri: "plan.json" } } }]);
    expect(waived?.suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "until 2027-01-31: one night of tests" },
    ]);
  });
});

describe("JUnit", () => {
  /** Elements with their attributes; throws for what is not XML. */
  function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
    const found: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name, attributes }) => found.push({ name, attributes }));
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(xml).close();
    return found;
  }

  test("has a case for each finding and each undecided answer, and the counts that CI shows", () => {
    const elements = elementsOf(junitReport(report, strictness));
    expect(elements[1]).toMatchObject({
      name: "testsuite",
      attributes: { name: "plan.json", tests: "5", failures: "1", skipped: "2" },
    });
    expect(elements.filter(({ name }) => name === "testcase").map(({ attributes }) => attributes.name)).toEqual([
      "docker_container.captions (speech.yaml:11)",
      "plan",
      "docker_container.captions (speech.yaml:11)",
      "docker_container.narrator",
      "41 passed",
    ]);
  });

  test("counts what is undecided as failed where that is asked for", () => {
    const [, suite] = elementsOf(junitReport(report, { failOn: "warning", strict: true }));
    expect(suite?.attributes).toMatchObject({ failures: "3", skipped: "1" });
  });

  test("is XML, whatever words a plan brings along", () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(elementsOf(junitReport(any, strictness)).length).toBeGreaterThan(5);
      }),
    );
  });
});

describe("Markdown", () => {
  test("starts with the marker by which a workflow finds its comment", () => {
    expect(markdownReport(report).split("\n")[0]).toBe("<!-- speech-containers check: plan.json -->");
  });

  test("shows each finding in one line of a table, with the user's line", () => {
    expect(markdownReport(report)).toContain(
      '| error | CTR-8 | `docker_container.captions`<br>speech.yaml:11 | Restart is "no": the engine',
    );
  });

  test("stays below the limit of a comment and says how much is left out", () => {
    const findings = Array.from({ length: 3000 }, (_, index) => ({
      ...finding,
      address: `docker_container.n${index}`,
    }));
    const text = markdownReport({ ...report, findings });
    expect(text.length).toBeLessThan(65_000);
    expect(text.length).toBeGreaterThan(60_000);
    const shown = text.match(/^\| error \|/gm)?.length ?? 0;
    // Two more are the waived and the undecided line.
    expect(text).toContain(`${3000 - shown + 2} more lines do not fit here`);
  });

  test("no word of a plan leaves its cell or becomes HTML", () => {
    const words = "a | b <img src=x> `c` [d](e) @team #1\n| f";
    const text = markdownReport({ ...report, findings: [{ ...finding, message: words, address: words }], waived: [] });
    const lines = text.split("\n").filter((line) => line.startsWith("| error"));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.replaceAll(String.raw`\|`, "").split("|")).toHaveLength(6);
    expect(lines[0]?.replaceAll(/`[^`]*`/g, "")).not.toMatch(/<(?!br>)|@team|\[d\]/);
  });
});

describe("the exit code", () => {
  const level = (one: Level): Report => ({ ...report, partial: false, findings: [{ ...finding, level: one }] });

  test.each([
    ["error", "error", 1],
    ["warning", "error", 0],
    ["warning", "warning", 1],
    ["info", "warning", 0],
    ["info", "info", 1],
    ["error", "never", 0],
  ] as const)("of a finding of level %s with --fail-on %s is %i", (one, failOn, code) => {
    expect(verdictOf({ ...level(one), undecided: [] }, { failOn, strict: false })).toBe(code);
  });

  test("is 1 for undecided answers with --strict only", () => {
    const undecided = { ...report, partial: false, findings: [] };
    expect(verdictOf(undecided, strictness)).toBe(0);
    expect(verdictOf(undecided, { ...strictness, strict: true })).toBe(1);
  });

  test("is 2 for a partial plan with --strict only", () => {
    const partial = { ...report, findings: [], undecided: [] };
    expect(verdictOf(partial, strictness)).toBe(0);
    expect(verdictOf(partial, { ...strictness, strict: true })).toBe(2);
  });
});
