import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { loadConfig } from "../../lib/config";
import { addSpeechStacks } from "../../stacks";
import { settle } from "./settle";
import type { Step, Story } from "./story";
import { type World, openWorld } from "./world";

/** A plan of real Terraform with how it was made. */
export interface PlanFixture {
  readonly name: string;
  readonly about: string;
  readonly committed?: true;
  /** What `terraform show -json` printed, see {@link settle}. */
  readonly plan: object;
  /** The synthesized stack beside the plan, if it has one. */
  readonly stack?: object;
}

export const hclFolder = join(__dirname, "hcl");

interface Synthesized {
  readonly terraform?: Readonly<Record<string, unknown>>;
}

/** Plays a story and gives the plans that it keeps, in order. */
export async function makePlans({ steps }: Story): Promise<readonly PlanFixture[]> {
  const world = await openWorld();
  const kept: PlanFixture[] = [];
  try {
    for (const step of steps) {
      const stack = write(world.folder, step.given);
      await world.act(step.outside ?? []);
      await world.terraform(["init", "-input=false"]);
      await world.terraform(["plan", "-input=false", "-out=plan.bin", ...(step.words ?? [])]);
      if (step.keep !== undefined) kept.push({ ...step.keep, plan: await planOf(world), ...stack });
      if (step.apply !== undefined) {
        await world.terraform(["apply", "-input=false", "plan.bin"], step.apply === "fails" ? "fail" : undefined);
      }
    }
  } finally {
    await world.close();
  }
  return kept;
}

/** A plan as the repository has it: with how it was made, and no line breaks. */
export function committedText({ about, plan, stack }: PlanFixture): string {
  const made = "npm run fixtures:plans: Terraform and the sandbox's providers play scripts/plans/stories.ts";
  return `${JSON.stringify({ made, about, plan, stack })}\n`;
}

async function planOf(world: World): Promise<object> {
  return settle(JSON.parse(await world.terraform(["show", "-json", "plan.bin"])) as object, world.folder);
}

/** Puts the configuration into Terraform's folder. */
function write(folder: string, given: Step["given"]): { readonly stack?: object } {
  readdirSync(folder)
    .filter((name) => /\.tf(\.json)?$/.test(name) || name === "modules")
    .forEach((name) => rmSync(join(folder, name), { recursive: true }));
  if ("hcl" in given) {
    cpSync(join(hclFolder, given.hcl), folder, { recursive: true });
    return {};
  }
  const stack = synthesize(given.yaml);
  // The state of a story is in its own folder, whatever backend the stack has.
  const { backend: _, ...terraform } = stack.terraform ?? {};
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ ...stack, terraform }));
  return { stack };
}

/** The only stack of a configuration, as our command synthesizes it. */
export function synthesize(yaml: string): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), "plans-"));
  try {
    writeFileSync(join(folder, "speech.yaml"), yaml);
    const { plan, problems } = loadConfig({ folder, env: {} });
    if (plan === undefined) throw new Error(JSON.stringify(problems));
    const app = new App({ stackTraces: false, outdir: join(folder, "cdktf.out") });
    const stacks = addSpeechStacks(app, plan, { folder });
    app.synth();
    const [id] = stacks.map(({ node }) => node.id).slice(-1);
    const file = join(folder, "cdktf.out", "stacks", id ?? "", "cdk.tf.json");
    return JSON.parse(readFileSync(file, "utf8").replaceAll(folder, ".")) as Synthesized;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
