import { existsSync } from "node:fs";
import type { Deployment } from "../../lib/cli/deployment";
import { applyInRounds } from "../../lib/cli/rounds";
import { discardAll, planStacks, type StackOutcome } from "../../lib/cli/stack-plans";
import type { Step } from "../../lib/cli/steps";
import { fakeTerraform, synthesizedStack, type FakeAnswer } from "../terraform/fake-terraform";

const line = (message: object): string => `${JSON.stringify(message)}\n`;
const account = "azurerm_cognitive_account.speech";
/** A plan that makes the account; what is planned in the second round is not looked at here. */
const makesAccount: FakeAnswer = {
  stdout: line({ type: "planned_change", change: { action: "create", resource: { addr: account } } }),
  exitCode: 2,
};

const silent: Step = async (_name, work) => (await work(() => undefined)).value;

/** An account stack and a site, on a Terraform that gives these answers. */
function deploymentWith(answers: Readonly<Record<string, FakeAnswer>>) {
  const fake = fakeTerraform({ output: { stdout: "{}" }, ...answers });
  const deployment: Deployment = {
    project: { folder: fake.folder, environment: {} },
    session: { terraform: { path: fake.path, product: "terraform", version: "1.11.4" }, environment: process.env },
    stacks: [
      { ...synthesizedStack(), id: "speech-account" },
      { ...synthesizedStack(), id: "speech-lab", dependencies: ["speech-account"] },
    ],
    notes: [],
  };
  const savedPlans = (): readonly string[] =>
    fake
      .calls()
      .flat()
      .flatMap((word) => (word.startsWith("-out=") ? [word.slice("-out=".length)] : []));
  return { fake, deployment, savedPlans };
}

async function rounds(deployment: Deployment, answers: readonly boolean[]) {
  const asked: (readonly string[])[] = [];
  const first = await planStacks(deployment, deployment.stacks, { step: silent, details: false });
  const results = await applyInRounds(deployment, {
    step: silent,
    first,
    details: false,
    approve: (outcomes) => {
      asked.push(described(outcomes));
      return Promise.resolve(answers[asked.length - 1] ?? false);
    },
  });
  return { asked, results: described(results) };
}

const described = (
  all: readonly { readonly kind: string; readonly stack: { readonly id: string } }[],
): readonly string[] => all.map(({ kind, stack }) => `${stack.id} ${kind}`);

describe("applying in rounds", () => {
  it("asks once for each round: nothing is applied that was not shown", async () => {
    const { deployment, fake } = deploymentWith({ plan: makesAccount });
    expect(await rounds(deployment, [true, true])).toEqual({
      asked: [["speech-account planned", "speech-lab waiting"], ["speech-lab planned"]],
      results: ["speech-account applied", "speech-lab applied"],
    });
    expect(fake.calls().map(([command]) => command)).toEqual(["init", "plan", "apply", "init", "plan", "apply"]);
  });

  it.each([
    ["the first round is", [false], ["speech-account declined", "speech-lab declined"], 0],
    ["the second round is", [true, false], ["speech-account applied", "speech-lab declined"], 1],
  ])("applies nothing more when %s not approved", async (_name, answers, results, applied) => {
    const { deployment, fake, savedPlans } = deploymentWith({ plan: makesAccount });
    expect((await rounds(deployment, answers)).results).toEqual(results);
    expect(fake.calls().filter(([command]) => command === "apply")).toHaveLength(applied);
    expect(savedPlans().filter((path) => existsSync(path))).toEqual([]);
  });

  it("does not ask when nothing changes", async () => {
    const { deployment } = deploymentWith({ plan: { exitCode: 0 } });
    expect(await rounds(deployment, [])).toEqual({
      asked: [],
      results: ["speech-account unchanged", "speech-lab unchanged"],
    });
  });

  it("does not reach a site whose account failed", async () => {
    const { deployment, savedPlans } = deploymentWith({ plan: makesAccount, apply: { exitCode: 1 } });
    expect((await rounds(deployment, [true])).results).toEqual(["speech-account failed", "speech-lab skipped"]);
    expect(savedPlans().filter((path) => existsSync(path))).toEqual([]);
  });

  it("keeps no saved plan when the question is broken off", async () => {
    const { deployment, savedPlans } = deploymentWith({ plan: makesAccount });
    const first = await planStacks(deployment, deployment.stacks, { step: silent, details: false });
    const approve = (): Promise<boolean> => Promise.reject(new Error("Ctrl+C"));
    await expect(applyInRounds(deployment, { step: silent, first, approve })).rejects.toThrow("Ctrl+C");
    expect(savedPlans().filter((path) => existsSync(path))).toEqual([]);
  });
});

describe("planning", () => {
  it("does not plan a site whose account could not be planned", async () => {
    const { deployment } = deploymentWith({ plan: { exitCode: 1 } });
    const outcomes: readonly StackOutcome[] = await planStacks(deployment, deployment.stacks, { step: silent });
    discardAll(outcomes);
    expect(described(outcomes)).toEqual(["speech-account failed", "speech-lab skipped"]);
  });
});
