import { Annotations, type IAspect, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Finding } from "../../checks/report";
import type { Profile } from "../../domain/profiles";
import { nearest } from "../../domain/nearest";
import { sentence } from "../../domain/words";
import { emptyAcknowledgement } from "../misuse";

/** Which findings are put on their constructs. */
export type PolicyLevel = "error" | "warning";

export interface SpeechPolicyProps {
  /**
   * How strictly is judged.
   *
   * @default - what the stack says, else `trial`
   */
  readonly profile?: Profile;

  /**
   * The lowest level of findings that are put on their constructs.
   *
   * @default "warning"
   */
  readonly level?: PolicyLevel;

  /**
   * Ids of rules that are left to `speech-containers check`.
   *
   * @default - none
   */
  readonly leaveOut?: readonly string[];

  /**
   * Settings of rules by rule id, such as `{ "IMG-6": { registries: ["mirror.contoso.example"] } }`.
   *
   * @default - none
   */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Judges stacks at synth by the rules of `speech-containers check`, before any plan exists:
 * `Aspects.of(stack).add(new SpeechPolicy())`, for each stack: CDKTF 0.21 invokes no aspect of an App. Findings become
 * annotations of their constructs, and an error stops the synth. What is known after apply only is left to `check`.
 */
export class SpeechPolicy implements IAspect {
  readonly #props: SpeechPolicyProps;

  public constructor(props: SpeechPolicyProps = {}) {
    this.#props = props;
  }

  /**
   * Says why resources below a construct may break a rule. The reason stands in the synthesized stack, so that
   * `speech-containers check` reads it, too.
   *
   * @param construct a resource, or a construct with resources below it
   * @param rule the rule's id, such as `CTR-4`; an unknown one is a problem (SPC508)
   * @param reason in words; an empty one is a problem (SPC508)
   */
  public static acknowledge(construct: IConstruct, rule: string, reason: string): void {
    const ids = allRules().map(({ id }) => id);
    if (!ids.includes(rule)) {
      throw emptyAcknowledgement(construct, rule, nearest(rule, ids)[0] ?? "CTR-4");
    }
    if (reason.trim() === "") {
      throw emptyAcknowledgement(construct, rule, undefined);
    }
    for (const element of construct.node.findAll()) {
      if (TerraformResource.isTerraformResource(element)) {
        element.addOverride(`//.acknowledged.${rule}`, reason);
      }
    }
  }

  public visit(node: IConstruct): void {
    if (TerraformStack.isStack(node)) {
      annotate(node, this.#props);
    }
  }
}

function annotate(
  stack: TerraformStack,
  { profile, level = "warning", leaveOut = [], options }: SpeechPolicyProps,
): void {
  // The rules are loaded with the first stack that is judged: importing this package costs little more than CDKTF.
  const { judge } = require("../../checks/judge") as typeof import("../../checks/judge");
  const { readSynth } = require("../../checks/reader/read-synth") as typeof import("../../checks/reader/read-synth");
  const judged = (level === "error" ? errorRules() : allRules()).filter(({ id }) => !leaveOut.includes(id));
  const { findings } = judge(readSynth(stack.toTerraform()), judged, { profile, options });
  const constructs = new Map(stack.node.findAll().map((construct) => [construct.node.path, construct]));
  for (const finding of findings) {
    const annotations = Annotations.of(constructs.get(finding.constructPath ?? "") ?? stack);
    if (finding.level === "error") {
      annotations.addError(describe(finding));
    } else if (finding.level === "warning" && level === "warning") {
      annotations.addWarning(describe(finding));
    }
  }
}

function allRules() {
  return (require("../../checks/rules") as typeof import("../../checks/rules")).rules;
}

function errorRules() {
  return (require("../../checks/rules/errors") as typeof import("../../checks/rules/errors")).errorRules;
}

/** As problems of constructs read: id, what is wrong, and the fix. */
function describe({ rule, address, message, fix }: Finding): string {
  const subject = address === undefined ? "" : `${address}: `;
  return `${rule} ${subject}${message}. ${sentence(fix)}`;
}
