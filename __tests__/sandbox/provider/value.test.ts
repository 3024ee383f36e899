import fc from "fast-check";
import { decodeValue, encodeValue, equalValues, UNKNOWN, type Value } from "../../../lib/sandbox/provider/value";

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number || 0),
    fc.string(),
    fc.constant(UNKNOWN),
    fc.array(tie("value")),
    fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => name !== "__proto__"),
      tie("value"),
    ),
  ),
}));

test("every value comes back from the wire as it was sent, unknown ones too", () => {
  fc.assert(fc.property(value, (sent) => equalValues(decodeValue({ msgpack: encodeValue(sent) }), sent)));
});

test("an unknown value with refinements is unknown", () => {
  const refined = Uint8Array.from([0xc7, 0x03, 0x0c, 0x81, 0x01, 0xc2]);
  expect(decodeValue({ msgpack: refined })).toBe(UNKNOWN);
});

test("a value in JSON is read, an absent one is null", () => {
  expect(decodeValue({ json: Buffer.from('{"a":[1]}') })).toEqual({ a: [1] });
  expect(decodeValue(undefined)).toBeNull();
});
