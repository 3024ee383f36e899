import { findByName } from "../../lib/sandbox/container-name";
import { errorOf } from "./error-of";

const named = (...names: readonly string[]) => names.map((name) => ({ name }));

test.each([
  ["contoso-captions", "contoso-captions"],
  ["captions", "contoso-captions"],
  ["narrator", "contoso-narrator"],
])("%s finds %s", (given, found) => {
  expect(findByName(named("contoso-captions", "contoso-narrator"), given).name).toBe(found);
});

test("a whole name wins over the end of a longer one", () => {
  expect(findByName(named("a-captions", "captions"), "captions").name).toBe("captions");
});

test.each([
  [["a-captions", "b-captions"], "captions", /more than one/, "There are: a-captions, b-captions."],
  [["a-captions"], "tions", /no container/, "There are: a-captions."],
  [[], "captions", /no container/, "There is none yet: deploy first."],
])("of %j, %s is refused with what there is", (names, given, message, hint) => {
  const error = errorOf(() => findByName(named(...names), given));
  expect(error).toMatchObject({ code: "SPC703", hint });
  expect(error?.message).toMatch(message);
});
