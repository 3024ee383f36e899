import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Testing, type TerraformStack } from "cdktf";

type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** The synthesized JSON of a stack, parsed once and asked by address. */
export class Template {
  public static of(stack: TerraformStack): Template {
    return Template.read(Testing.fullSynth(stack), stack.node.id);
  }

  /** A stack in the folder that an app was synthesized to. */
  public static read(outdir: string, stackId: string): Template {
    return new Template(readFileSync(join(outdir, "stacks", stackId, "cdk.tf.json"), "utf8"));
  }

  readonly #json: Readonly<Record<string, Blocks>>;

  public constructor(public readonly text: string) {
    this.#json = JSON.parse(text) as Readonly<Record<string, Blocks>>;
  }

  /** All addresses of resources and data sources, sorted. */
  public addresses(): string[] {
    const { resource, data } = this.#json;
    const of = (blocks: Blocks = {}, prefix = "") =>
      Object.entries(blocks).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
    return [...of(resource), ...of(data, "data.")].sort();
  }

  /** The arguments of `docker_container.captions` or `data.azurerm_cognitive_account.speech`, without the comment. */
  public arguments(address: string): Block {
    const { "//": _, ...block } = this.#block(address);
    return block;
  }

  /** The comment (`//`) of a resource. */
  public comment(address: string): Block {
    return this.#block(address)["//"] as Block;
  }

  /** A block that stands at the top: `output`, `variable`, `provider`, `terraform`. */
  public top(name: string): Block {
    return this.#json[name] ?? {};
  }

  #block(address: string): Block {
    const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
    const block = this.#json[address.startsWith("data.") ? "data" : "resource"]?.[type]?.[name];
    if (block === undefined) {
      throw new Error(`no ${address} among ${this.addresses().join(", ")}`);
    }
    return block;
  }
}
