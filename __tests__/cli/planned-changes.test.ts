import { changesOf } from "../../lib/cli/planned-changes";
import type { PlanJson } from "../../lib/domain/plan-json";
import { CAPTIONS, CAPTIONS_IMAGE, SPEECH } from "../checks/cases/case";
import { action, before, type Edit, inStep, realPlan } from "../checks/real-plan";

/** What a plan of the settled deployment changes after these edits: action and reason by address. */
function changed(...edits: readonly Edit[]) {
  const plan = realPlan("settled");
  edits.forEach((edit) => edit(plan));
  return changesOf(inStep(plan) as unknown as PlanJson).map(({ address, action: word, because }) => [
    address,
    word,
    because.join(", "),
  ]);
}

const replacedFor = (...names: readonly string[]): Edit =>
  action(CAPTIONS, ["delete", "create"], ...names.map((name) => [name]));

describe("the reason of a replacement", () => {
  it("is the key, in words, after the key was regenerated", () => {
    expect(changed(replacedFor("env"), before(CAPTIONS, { env: ["ApiKey=not-a-key-9"] }))).toEqual([
      [CAPTIONS, "replace", "key changes"],
    ]);
  });

  it("is what differs between the images", () => {
    const oldImage = before(CAPTIONS_IMAGE, { name: `${SPEECH}/speech-to-text:4.12.0-amd64-en-gb` });
    expect(changed(replacedFor("image"), oldImage)).toEqual([[CAPTIONS, "replace", "locale changes the image"]]);
  });

  it("is what the engine says of a container that does not run", () => {
    expect(changed(replacedFor("ports"), before(CAPTIONS, { ports: [], exit_code: 137 }))).toEqual([
      [CAPTIONS, "replace", "the container has ended (exit code 137)"],
    ]);
  });

  it("is Terraform's where the resource is no container", () => {
    expect(changed(action(CAPTIONS_IMAGE, ["delete", "create"], ["name"]))).toEqual([
      [CAPTIONS_IMAGE, "replace", "name"],
    ]);
  });
});

it("what is updated is told by its arguments", () => {
  expect(changed(action(CAPTIONS, ["update"]), before(CAPTIONS, { memory: 1 }))).toEqual([
    [CAPTIONS, "update", "memory"],
  ]);
});
