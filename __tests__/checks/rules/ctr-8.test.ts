import { ctr8 } from "../../../lib/checks/rules/ctr-8";
import { container } from "../plans";
import { answersOf } from "./answers";

test.each(["unless-stopped", "always"])("passes %s", (restart) => {
  expect(answersOf(ctr8, [container("captions", { restart })])).toEqual(["1 passed"]);
});

test.each([["no"], ["on-failure"], [null]])("fails %s, which is the end of a container after a reboot", (restart) => {
  expect(answersOf(ctr8, [container("captions", { restart })])).toEqual([
    `warning docker_container.captions: restart is "${restart ?? "no"}": the engine does not start it again after a crash or a reboot`,
  ]);
});

test("is undecided while the policy is known after apply", () => {
  const unknown = container("captions", { restart: undefined }, {});
  const after = { ...unknown.after };
  delete after.restart;
  const changes = { ...unknown, after, unknown: { ...unknown.unknown, restart: true } };
  const written = { restart: { references: ["terraform_data.policy.output", "terraform_data.policy"] } };
  expect(answersOf(ctr8, [{ ...changes, written }])).toEqual([
    "undecided docker_container.captions: restart is known after apply",
  ]);
});

test("does not judge the step that fetches a licence, which is to end", () => {
  const command = ["Eula=accept", "DownloadLicense=True", "Mounts:License=/license"];
  expect(answersOf(ctr8, [container("captions_license", { restart: "no", command })])).toEqual([]);
});

test("does not judge containers of other images", () => {
  expect(answersOf(ctr8, [container("web", { image: "nginx:1.27", restart: "no" })])).toEqual([]);
});
