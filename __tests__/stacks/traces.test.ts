import { Container } from "@cdktf/provider-docker/lib/container";
import { withoutTraces } from "../../stacks/traces";
import { deploymentPlan } from "../constructs/plans";
import { stacksOf } from "./synth";

test("what is made from a plan has no traces, which take a third of the time of a large stack", () => {
  const resources = stacksOf(deploymentPlan()).flatMap(({ node }) => node.findAll());
  const container = resources.find((resource) => resource instanceof Container);
  expect(container?.ports.creationStack).toEqual([]);
});

test("an error keeps its trace, and traces are back afterwards", () => {
  const before = Error.prepareStackTrace;
  const refuse = (): never => {
    throw new Error("refused");
  };
  let trace: unknown;
  try {
    withoutTraces(refuse);
  } catch (thrown) {
    trace = (thrown as Error).stack;
  }
  expect(trace).toMatch(/^Error: refused\n +at refuse /);
  expect(Error.prepareStackTrace).toBe(before);
});
