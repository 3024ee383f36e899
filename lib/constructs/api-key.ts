import { inspect } from "node:util";
import type { TerraformVariable } from "cdktf";
import { Token, Tokenization } from "cdktf";
import { apiKeyLiteral, apiKeyPrinted, variableNotSensitive } from "./misuse";

/**
 * A key of a Speech or Text Analytics account. It is a reference for Terraform to follow, never a value: a literal is refused
 * (SPC501), and nothing that prints this object shows more than that it is a key.
 */
export class SpeechApiKey {
  readonly #reference: string;

  private constructor(reference: string) {
    this.#reference = reference;
  }

  /**
   * The key behind an attribute of a resource or data source in the same stack.
   *
   * @param attribute such as `account.primaryAccessKey`; anything but a reference is a problem (SPC501)
   */
  public static fromAttribute(attribute: string): SpeechApiKey {
    if (!isReference(attribute)) {
      throw apiKeyLiteral();
    }
    return new SpeechApiKey(attribute);
  }

  /**
   * The key in a Terraform variable, given to Terraform as `TF_VAR_<name>`. Declare it in the stack itself:
   * the name of a variable that is nested in a construct gets a hash.
   *
   * @param variable one with `sensitive: true`; any other is a problem (SPC502)
   */
  public static fromVariable(variable: TerraformVariable): SpeechApiKey {
    if (variable.sensitive !== true) {
      throw variableNotSensitive(variable);
    }
    return new SpeechApiKey(variable.stringValue);
  }

  /** Refuses (SPC503): a key in a text ends up in outputs and logs. */
  public toString(): string {
    throw apiKeyPrinted();
  }

  public toJSON(): string {
    return placeholder;
  }

  public [inspect.custom](): string {
    return placeholder;
  }

  /** @internal */
  public _render(): string {
    return this.#reference;
  }
}

const placeholder = "<SpeechApiKey>";

/** Exactly one token and nothing around it. */
function isReference(text: string): boolean {
  if (!Token.isUnresolved(text)) {
    return false;
  }
  const fragments = Tokenization.reverseString(text);
  return fragments.length === 1 && fragments.tokens.length === 1;
}
