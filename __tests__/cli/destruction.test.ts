import { existsSync } from "node:fs";
import type { Deployment } from "../../lib/cli/deployment";
import { carryOut, planDestruction, type Ending } from "../../lib/cli/destruction";
import type { Step } from "../../lib/cli/steps";
import { Interrupted } from "../../lib/terraform";
import { fakeTerraform, synthesizedStack, type FakeAnswer, type FakeTerraform } from "../terraform/fake-terraform";

const silent: Step = async (_name, work) => (await work(() => undefined)).value;

const resources = [{ address: "docker_container.captions", mode: "managed", type: "docker_container", values: {} }];
const well: Readonly<Record<string, FakeAnswer>> = {
  show: { stdout: JSON.stringify({ values: { root_module: { resources } } }) },
  plan: { exitCode: 2 },
};

/** An account and two sites that read it; Terraform answers as `troubled` says in the stack of that name. */
function deploymentWith(troubled: string, trouble: Readonly<Record<string, FakeAnswer>>) {
  const stack = (id: string, dependencies: readonly string[]) => ({ ...synthesizedStack(), id, dependencies });
  const stacks = [stack("account", []), stack("leeds", ["account"]), stack("york", ["account"])];
  const folder = stacks.find(({ id }) => id === troubled)?.folder ?? "";
  const fake = fakeTerraform(well, { inFolders: { [folder]: { ...well, ...trouble } } });
  const deployment: Deployment = {
    project: { folder: fake.folder, environment: {} },
    session: { terraform: { path: fake.path, product: "terraform", version: "1.11.4" }, environment: process.env },
    stacks,
    notes: [],
  };
  return { deployment, fake };
}

const told = (endings: readonly Ending[]): readonly string[] =>
  endings.map((ending) => `${ending.stack.id} ${ending.status}${"because" in ending ? `: ${ending.because}` : ""}`);

async function destroyed({ deployment, fake }: ReturnType<typeof deploymentWith>) {
  const destruction = await planDestruction(deployment, silent);
  const endings = told(await carryOut(deployment, destruction, silent));
  const plansLeft = plansMade(fake).filter(existsSync);
  return { doomed: destruction.doomed.map(({ stack }) => stack.id), endings, plansLeft };
}

const plansMade = (fake: FakeTerraform): readonly string[] =>
  fake
    .calls()
    .flat()
    .flatMap((word) => (word.startsWith("-out=") ? [word.slice("-out=".length)] : []));

describe("destroying sites and their account", () => {
  it("ends the sites before the account", async () => {
    expect(await destroyed(deploymentWith("none", {}))).toEqual({
      doomed: ["york", "leeds", "account"],
      endings: ["york destroyed", "leeds destroyed", "account destroyed"],
      plansLeft: [],
    });
  });

  it("destroys nothing when the account cannot be destroyed", async () => {
    const because = 'stack "account" cannot be destroyed';
    expect(await destroyed(deploymentWith("account", { plan: { exitCode: 1 } }))).toEqual({
      doomed: [],
      endings: [`york kept: ${because}`, `leeds kept: ${because}`, "account failed"],
      plansLeft: [],
    });
  });

  it("keeps the account of a site that cannot be reached, and ends the others", async () => {
    expect(await destroyed(deploymentWith("york", { plan: { exitCode: 1 } }))).toEqual({
      doomed: ["leeds"],
      endings: ["york failed", "leeds destroyed", 'account kept: stack "york" needs it and was not destroyed'],
      plansLeft: [],
    });
  });

  it("keeps the account of a site that could not be ended", async () => {
    expect(await destroyed(deploymentWith("leeds", { apply: { exitCode: 1 } }))).toEqual({
      doomed: ["york", "leeds", "account"],
      endings: ["york destroyed", "leeds failed", 'account kept: stack "leeds" needs it and was not destroyed'],
      plansLeft: [],
    });
  });

  it("leaves no plan behind, which holds keys, when it is interrupted while it looks", async () => {
    const { deployment, fake } = deploymentWith("none", {});
    let begun = 0;
    const step: Step = async (name, work) => {
      begun += 1;
      if (begun === 3) throw new Interrupted("stopped");
      return silent(name, work);
    };
    await expect(planDestruction(deployment, step)).rejects.toThrow(Interrupted);
    expect(plansMade(fake)).toHaveLength(2);
    expect(plansMade(fake).filter(existsSync)).toEqual([]);
  });

  it("has nothing to do with a stack that holds nothing", async () => {
    const { doomed } = await destroyed(deploymentWith("leeds", { show: { stdout: "{}" } }));
    expect(doomed).toEqual(["york", "account"]);
  });
});
