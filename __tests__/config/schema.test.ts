import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { deployment } from "../../lib/config/schema/deployment";
import { configJsonSchema, type JsonSchema } from "../../lib/config/schema/json-schema";
import { badConfigs } from "./bad-configs";
import { documents, pathsOf, withValue } from "./documents";

const file = join(__dirname, "..", "..", "schema", "speech.schema.json");
const written = JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
const accepts = new Ajv({ strict: true }).compile(written);

const agree = (document: unknown) => {
  expect({ accepted: accepts(document) }).toEqual({ accepted: deployment.safeParse(document).success });
};

test("schema/speech.schema.json is what `npm run schema` writes", () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
});

test.each(Object.entries(documents))("%s are accepted by the JSON Schema", (_title, document) => {
  expect(accepts(document)).toBe(true);
});

describe("JSON Schema and zod agree on", () => {
  const readable = badConfigs.filter(({ problems }) => !/SPC00[345]/.test(problems.join()));
  test.each(readable)("$title", ({ yaml }) => agree(parse(yaml)));

  test("any value in any place of a good document", () => {
    const places = Object.values(documents).flatMap((document) =>
      pathsOf(document).map((path) => ({ document, path })),
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom("accept", "minimum", "recommended", 0, -1, 1.5, 65_536, true, {}, [], [""], undefined),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), value, ({ document, path }, replacement) =>
        agree(withValue(document, path, replacement)),
      ),
      { numRuns: 100 },
    );
  });
});

describe("the JSON Schema helps in an editor:", () => {
  const undescribed = (schema: JsonSchema, place: string): readonly string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) => [
      ...((child.description ?? child.allOf ?? child.$ref) ? [] : [`${place}.${key}`]),
      ...undescribed(child, `${place}.${key}`),
    ]),
    ...Object.entries(schema.definitions ?? {}).flatMap(([key, child]) => undescribed(child, key)),
    ...(schema.anyOf ?? []).flatMap((option) => undescribed(option, place)),
  ];

  test("every key has a description", () => {
    expect(undescribed(written, "")).toEqual([]);
  });

  test("closed sets of words are offered", () => {
    expect(written.definitions?.["container"]?.properties?.["function"]?.enum).toContain("neural-text-to-speech");
    expect(written.properties?.["edition"]?.enum).toEqual(["2020-05", "2025-07"]);
  });

  test("examples fit their own schema", () => {
    const ajv = new Ajv({ strict: true }).addSchema(written, "speech");
    const examples = examplesIn(written, "speech#");
    expect(examples.length).toBeGreaterThan(30);
    expect(examples.filter(({ pointer, example }) => !ajv.validate(pointer, example))).toEqual([]);
  });
});

interface Example {
  readonly pointer: string;
  readonly example: unknown;
}

function examplesIn(schema: JsonSchema, pointer: string): readonly Example[] {
  const inside = (keyword: "properties" | "definitions") =>
    Object.entries(schema[keyword] ?? {}).flatMap(([key, child]) => examplesIn(child, `${pointer}/${keyword}/${key}`));
  return [
    ...(schema.examples ?? []).map((example) => ({ pointer, example })),
    ...inside("properties"),
    ...inside("definitions"),
    ...(schema.anyOf ?? []).flatMap((option, index) => examplesIn(option, `${pointer}/anyOf/${index}`)),
    ...(schema.additionalProperties ? examplesIn(schema.additionalProperties, `${pointer}/additionalProperties`) : []),
  ];
}
