import { ctr22 } from "../../../lib/checks/rules/ctr-22";
import { container } from "../plans";
import { answersOf } from "./answers";

const finding =
  "warning docker_container.captions: must_run is true: a refresh deletes the container while it is stopped";

test("passes false", () => {
  expect(answersOf(ctr22, [container("captions", { must_run: false })])).toEqual(["1 passed"]);
});

test.each([true, null])("fails %s: true is the provider's default", (must_run) => {
  expect(answersOf(ctr22, [container("captions", { must_run })])).toEqual([finding]);
});
