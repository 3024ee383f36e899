import fc from "fast-check";
import { planChange } from "../../../lib/sandbox/provider/plan";
import { behaviourTable, fieldsOf, type JsonBlock } from "../../../lib/sandbox/provider/schema";
import { UNKNOWN, type Value, type ValueObject } from "../../../lib/sandbox/provider/value";

const block: JsonBlock = {
  attributes: {
    name: { type: "string", required: true },
    size: { type: "number", optional: true },
    mode: { type: "string", optional: true },
    words: { type: ["list", "string"], optional: true, computed: true },
    flags: { type: ["set", "string"], optional: true },
    options: { type: ["map", "string"], optional: true },
    address: { type: "string", computed: true },
  },
  block_types: {
    port: {
      nesting_mode: "list",
      block: { attributes: { number: { type: "number", required: true }, ip: { type: "string", optional: true } } },
    },
    mount: {
      nesting_mode: "set",
      block: { attributes: { target: { type: "string", required: true }, source: { type: "string", optional: true } } },
    },
  },
};

const fields = fieldsOf(
  block,
  behaviourTable({
    forceNew: "name words flags options port port.number port.ip mount",
    defaults: { mode: "soft", "port.ip": "0.0.0.0" },
  }),
);

const empty = { size: null, mode: null, words: null, flags: null, options: null, address: null, port: [], mount: [] };
const config = (values: ValueObject): ValueObject => ({ ...empty, name: "one", id: null, ...values });
const state = (values: ValueObject): ValueObject => ({
  ...config({ mode: "soft", words: [], address: "a", id: "id-1" }),
  ...values,
});
/** Terraform's merge: computed values that are not configured are kept. */
const proposed = (before: ValueObject, values: ValueObject): ValueObject => ({
  ...config({}),
  words: before["words"] ?? null,
  address: before["address"] ?? null,
  id: "id-1",
  ...values,
});
const pathsOf = (before: ValueObject, values: ValueObject): string[] =>
  planChange(fields, before, proposed(before, values))
    .requiresReplace.map((path) => path.join("."))
    .filter((path) => path !== "id")
    .sort();

test("on create, defaults are filled in and computed values are unknown", () => {
  const { planned } = planChange(fields, null, config({}));
  expect(planned).toMatchObject({ mode: "soft", words: UNKNOWN, address: UNKNOWN, id: UNKNOWN, flags: null, port: [] });
});

test.each<[string, ValueObject, Value]>([
  ["a list", { words: ["a", UNKNOWN] }, UNKNOWN],
  ["a set", { flags: ["a", UNKNOWN] }, UNKNOWN],
  ["a map", { options: { a: "b", c: UNKNOWN } }, UNKNOWN],
])("one unknown element makes %s unknown as a whole", (_, values, wanted) => {
  const [name = ""] = Object.keys(values);
  expect(planChange(fields, null, config(values)).planned[name]).toBe(wanted);
});

test("an unknown member leaves the rest of its block known", () => {
  const { planned } = planChange(
    fields,
    null,
    config({ port: [{ number: UNKNOWN, ip: null }], mount: [{ target: "/m", source: UNKNOWN }] }),
  );
  expect(planned).toMatchObject({
    port: [{ number: UNKNOWN, ip: "0.0.0.0" }],
    mount: [{ target: "/m", source: UNKNOWN }],
  });
});

test("inside of a set an unset text is empty, outside it is null", () => {
  const { planned } = planChange(fields, null, config({ mount: [{ target: "/m", source: null }] }));
  expect(planned["mount"]).toEqual([{ target: "/m", source: "" }]);
  expect(planned["size"]).toBeNull();
});

test.each<[string, ValueObject, ValueObject, readonly string[]]>([
  ["a name", {}, { name: "two" }, ["name"]],
  ["a size, which is updated in place", { size: 1 }, { size: 2 }, []],
  ["a word", { words: ["a", "b"] }, { words: ["a", "c"] }, ["words"]],
  ["the words removed, which keeps the old ones", { words: ["a"] }, {}, []],
  ["an element of a set", { flags: ["a"] }, { flags: ["b"] }, ["flags"]],
  ["a key of a map", { options: { a: "1" } }, { options: { a: "2" } }, ["options"]],
  [
    "one member of a port",
    { port: [{ number: 1, ip: "0.0.0.0" }] },
    { port: [{ number: 2, ip: null }] },
    ["port.0.number"],
  ],
  ["a port added", { port: [] }, { port: [{ number: 1, ip: null }] }, ["port", "port.0.ip", "port.0.number"]],
  [
    "a port removed, whose default is no change",
    { port: [{ number: 1, ip: "0.0.0.0" }] },
    {},
    ["port", "port.0.number"],
  ],
  [
    "a mount with the same count, which is updated in place",
    { mount: [{ target: "/a", source: "" }] },
    { mount: [{ target: "/b", source: null }] },
    [],
  ],
  ["a mount added", { mount: [] }, { mount: [{ target: "/a", source: null }] }, ["mount"]],
])("%s", (_, before, values, paths) => {
  expect(pathsOf(state(before), values)).toEqual(paths);
});

test.each<[string, ValueObject, ValueObject]>([
  ["null and empty", { flags: [], options: {}, size: 0 }, {}],
  ["the order of a set", { flags: ["a", "b"] }, { flags: ["b", "a"] }],
  [
    "the order of blocks in a set",
    {
      mount: [
        { target: "/a", source: "" },
        { target: "/b", source: "" },
      ],
    },
    {
      mount: [
        { target: "/b", source: null },
        { target: "/a", source: "" },
      ],
    },
  ],
])("%s is no change", (_, before, values) => {
  const prior = state(before);
  expect(planChange(fields, prior, proposed(prior, values)).planned).toBe(prior);
});

const word = fc.string({ unit: "grapheme-ascii", maxLength: 3 });
const arguments_ = fc.record({
  size: fc.option(fc.nat(9)),
  words: fc.option(fc.array(word, { maxLength: 3 })),
  flags: fc.option(fc.uniqueArray(word, { maxLength: 3 })),
  options: fc.option(
    fc.dictionary(
      word.filter((key) => key !== "__proto__"),
      word,
      { maxKeys: 2 },
    ),
  ),
  port: fc.array(fc.record({ number: fc.nat(9), ip: fc.option(fc.constant("127.0.0.1")) }), { maxLength: 2 }),
  mount: fc.uniqueArray(fc.record({ target: word, source: fc.option(word) }), {
    maxLength: 3,
    selector: ({ target, source }) => `${target} ${source ?? ""}`,
  }),
});

const known = (value: Value): Value => (value === UNKNOWN ? "given" : value);

test("what was planned and applied plans no change again", () => {
  fc.assert(
    fc.property(arguments_, (values) => {
      const { planned } = planChange(fields, null, config(values));
      const applied = Object.fromEntries(
        Object.entries(planned).map(([name, value]) => [
          name,
          name === "words" && value === UNKNOWN ? [] : known(value),
        ]),
      );
      const again = planChange(fields, applied, {
        ...config(values),
        words: values.words ?? applied["words"] ?? null,
        address: "given",
        id: "given",
      });
      expect(again).toEqual({ planned: applied, requiresReplace: [] });
    }),
  );
});

test("a check of the whole change can refuse it and can make it a replacement", () => {
  const prior = state({ size: 1 });
  const wanted = proposed(prior, { size: 2 });
  expect(planChange(fields, prior, wanted, (change) => change.forceNew("size")).requiresReplace).toContainEqual([
    "size",
  ]);
  const refuse = (): never => {
    throw new Error("no");
  };
  expect(() => planChange(fields, prior, wanted, refuse)).toThrow("no");
});
