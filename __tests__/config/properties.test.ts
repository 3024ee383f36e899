import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { loadConfig, parseConfig } from "../../lib/config";
import { deployment } from "../../lib/config/schema/deployment";
import { badConfigs } from "./bad-configs";
import { documents, pathsOf, withValue } from "./documents";

const folder = mkdtempSync(join(tmpdir(), "speech-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("any text is judged: a plan or an error, each problem with a place, nothing is thrown", () => {
  const yaml = badConfigs.map((config) => config.yaml);
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(...Array.from("ab:-?[]{}#&*!|>'\"%@`,. \n\t<")) }),
    fc
      .tuple(fc.constantFrom(...yaml), fc.nat(300), fc.nat(20), fc.string({ maxLength: 5 }))
      .map(([base, start, length, middle]) => base.slice(0, start) + middle + base.slice(start + length)),
  );
  fc.assert(
    fc.property(text, (content) => {
      writeFileSync(join(folder, "speech.yaml"), content);
      const { plan, problems } = loadConfig({ folder, env: {} });
      expect(problems.some(({ level }) => level === "error")).toBe(plan === undefined);
      for (const { code, source } of problems) {
        expect(code === "SPC002" || (source !== undefined && source.line > 0 && source.column > 0)).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
});

test("any value in any place of a document is judged, nothing is thrown", () => {
  const places = Object.values(documents).flatMap((document) => pathsOf(document).map((path) => ({ document, path })));
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), ({ document, path }, value) => {
      parseConfig(stringify(withValue(document, path, value)), "speech.yaml");
    }),
    { numRuns: 50 },
  );
});

const GOOD = `name: contoso
edition: "2025-07"
eula: accept
account: { name: contoso-speech, location: westeurope, resourceGroup: { name: speech-rg, create: true }, sku: S0 }
engine: { cores: 64, memory: 128g }
containers:
  captions: { function: speech-to-text, locale: en-US, port: 5000 }
  subtitles: { function: speech-to-text, locale: nb-NO }
  narrator: { function: neural-text-to-speech, voice: en-US-AriaNeural }
  callcenter: { function: custom-speech-to-text, modelId: 11111111-2222-3333-4444-555555555555 }
`;

test("what the schema refuses is never planned, though the planner words most of it", () => {
  const document: unknown = parse(`name: contoso
edition: "2025-07"
profile: trial
eula: accept
account:
  { name: contoso-speech, location: westeurope, resourceGroup: { name: speech-rg }, sku: S0, keySlot: primary }
engine: { cores: 64, memory: 128g }
containers:
  captions:
    { function: speech-to-text, locale: en-US, port: 5000, size: minimum, secretsVia: arguments, allowRetired: false }
  narrator:
    function: neural-text-to-speech
    voice: en-US-AriaNeural
    size: { cores: 8, memory: 16384 }
    healthCheck: { test: [CMD, "true"], retries: 3 }
`);
  expect(parseConfig(stringify(document), "speech.yaml").plan).toBeDefined();
  const values = ["qqq", "", "minimum", 0, -1, 1, 1.5, 65_536, 1e300, true, null, {}, [], ["x"], undefined];
  const refused = pathsOf(document)
    .flatMap((path) => values.map((value) => withValue(document, path, value)))
    .filter((changed) => !deployment.safeParse(changed).success);
  expect(refused.length).toBeGreaterThan(100);
  const planned = refused.filter((changed) => parseConfig(stringify(changed), "speech.yaml").plan !== undefined);
  expect(planned).toEqual([]);
});

test("reordering keys and containers changes nothing but places", () => {
  const document: unknown = parse(GOOD);
  const expected = withoutPlaces(parseConfig(GOOD, "speech.yaml").plan);
  expect(expected).toMatchObject({ name: "contoso" });
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const yaml = stringify(shuffled(document, numbers));
      expect(withoutPlaces(parseConfig(yaml, "speech.yaml").plan)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test("reordering a wrong file changes nothing but places and the order of problems", () => {
  const wrong: unknown = parse(
    GOOD.replace("en-US", "en-UK").replace("nb-NO", "nb").replace("5000", "70000").replace("S0", "S1"),
  );
  const problemsOf = (yaml: string) =>
    parseConfig(yaml, "speech.yaml")
      .problems.map(({ code, path, message }) => `${code} ${path} ${message}`)
      .toSorted();
  const expected = problemsOf(stringify(wrong));
  expect(expected).toHaveLength(4);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      expect(problemsOf(stringify(shuffled(wrong, numbers)))).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

function shuffled(value: unknown, numbers: Iterator<number>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  const entries = Object.entries(value)
    .map(([key, child]) => ({ key, child: shuffled(child, numbers), order: numbers.next().value as number }))
    .toSorted((left, right) => left.order - right.order);
  return Object.fromEntries(entries.map(({ key, child }) => [key, child]));
}

function withoutPlaces(plan: object | undefined): unknown {
  const isPlace = (key: string, value: unknown) => key === "source" && typeof value === "object";
  return JSON.parse(JSON.stringify(plan ?? null, (key, value: unknown) => (isPlace(key, value) ? undefined : value)));
}
