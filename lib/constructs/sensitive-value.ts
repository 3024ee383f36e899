import { inspect } from "node:util";
import type { TerraformVariable } from "cdktf";
import { secretPrinted, variableNotSensitive } from "./misuse";

/**
 * A secret of a container other than the key of its account: a sensitive Terraform variable. It is a reference for
 * Terraform to follow, and nothing that prints this object shows more than that it is a secret.
 */
export class SensitiveValue {
  /**
   * The secret in a Terraform variable, given to Terraform as `TF_VAR_<name>`.
   *
   * @param variable one with `sensitive: true`; any other is a problem (SPC502)
   */
  public static fromVariable(variable: TerraformVariable): SensitiveValue {
    if (variable.sensitive !== true) {
      throw variableNotSensitive(variable);
    }
    return new SensitiveValue(variable.stringValue);
  }

  readonly #reference: string;

  private constructor(reference: string) {
    this.#reference = reference;
  }

  /** Refuses (SPC503): a secret in a text ends up in outputs and logs. */
  public toString(): string {
    throw secretPrinted();
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

const placeholder = "<SensitiveValue>";
