import { stringify } from "yaml";
import { parseConfig } from "../../lib/config";
import { configJsonSchema } from "../../lib/config/schema/json-schema";
import { hasFreeKeys, knownKeys, placePattern, placesOfKey, schemaAt } from "../../lib/config/schema/look-up";
import { documents, pathsOf, valueAt, withValue } from "./documents";

const shapeProblems = (document: unknown) =>
  parseConfig(stringify(document, { aliasDuplicateObjects: false }), "speech.yaml").problems.filter(({ code }) =>
    code.startsWith("SPC0"),
  );

const cases = Object.entries(documents).flatMap(([title, document]) =>
  pathsOf(document).map((path) => ({ title, path, document, name: path.join(".") })),
);
const isFree = (path: readonly string[]) => hasFreeKeys(schemaAt(path));
const inBackend = (path: readonly string[]) => path[0] === "backend" && path.length > 2;

test.each(Object.entries(documents))("%s have a good shape", (_title, document) => {
  expect(shapeProblems(document)).toEqual([]);
});

test("the documents use every key of the schema", () => {
  const used = new Set(cases.map(({ path }) => placePattern(path)));
  const known = Object.keys(configJsonSchema().properties ?? {}).flatMap((key) => allPlaces([key]));
  expect(known.filter((place) => !used.has(place))).toEqual([]);
});

function allPlaces(path: readonly string[]): readonly string[] {
  const schema = schemaAt(path);
  const children = isFree(path) ? ["<name>"] : knownKeys(schema);
  return [placePattern(path), ...children.flatMap((key) => allPlaces([...path, key]))];
}

test("places of a key are found under every parent", () => {
  expect(placesOfKey("certPath")).toEqual(["engine.tls.certPath", "sites.<name>.engine.tls.certPath"]);
});

describe("a value of the wrong type is one problem at its place", () => {
  // A map in a list is of no type that the schema knows.
  test.each(cases.filter(({ path }) => !inBackend(path)))("$title: $name", ({ path, document, name }) => {
    const problems = shapeProblems(withValue(document, path, [{}]));
    expect(problems.map((problem) => problem.path.replace(/\.0$/, ""))).toEqual([name]);
    expect(problems[0]).toMatchObject({ code: "SPC012", level: "error" });
  });
});

describe("an unknown key is one problem at the key", () => {
  const maps = cases.filter(({ path, document }) => {
    const value = valueAt(document, path);
    return typeof value === "object" && !Array.isArray(value) && !isFree(path) && !inBackend([...path, ""]);
  });
  test.each(maps)("$title: $name", ({ path, document, name }) => {
    const problems = shapeProblems(withValue(document, [...path, "qqqqqqqqqqqq"], 1));
    expect(problems.map((problem) => `${problem.code} ${problem.path}`)).toEqual([`SPC010 ${name}.qqqqqqqqqqqq`]);
  });
});

describe("a required key that is missing is one problem at what it belongs to", () => {
  test.each([
    [["name"], "SPC011 name"],
    [["account"], "SPC011 account"],
    [["containers"], "SPC011 "],
    [["account", "name"], "SPC011 account.name"],
    [["account", "location"], "SPC011 account.location"],
    [["account", "resourceGroup"], "SPC011 account.resourceGroup"],
    [["account", "resourceGroup", "name"], "SPC011 account.resourceGroup.name"],
    [["textAnalytics", "location"], "SPC011 textAnalytics.location"],
    [["engine", "tls", "certPath"], "SPC011 engine.tls.certPath"],
    [["containers", "captions", "function"], "SPC011 containers.captions.function"],
    [["containers", "captions", "size", "cores"], "SPC011 containers.captions.size.cores"],
    [["containers", "captions", "size", "memory"], "SPC011 containers.captions.size.memory"],
    [["containers", "captions", "sentiment", "container"], "SPC011 containers.captions.sentiment.container"],
    [["containers", "captions", "healthCheck", "test"], "SPC011 containers.captions.healthCheck.test"],
  ])("%j", (path, expected) => {
    const problems = shapeProblems(withValue(documents["containers and a created account"], path, undefined));
    expect(problems.map((problem) => `${problem.code} ${problem.path}`)).toEqual([expected]);
  });
});
