import { profiles, type Profile } from "../../domain/profiles";
import type { SourcePlace } from "../../domain/problems";
import { staticAddress } from "../origins";
import type { PlanView, ResourceView, SpeechFacts, Values } from "../plan-view";
import { PlanRefused } from "../refusal";
import { given } from "./resource";

/** What a synthesized stack (`cdk.tf.json`) knows of its resources beside their arguments (design decision D17). */
export interface StackNotes {
  /** By address in the root module. */
  readonly resources: ReadonlyMap<string, ResourceNotes>;
  readonly profile?: Profile;
  readonly backend?: PlanView["backend"];
}

export type ResourceNotes = Pick<ResourceView, "constructPath" | "place" | "facts">;

/**
 * Reads the comments of a synthesized stack. What is not as this package writes it is left out: such a note helps
 * people to find a line, and nothing is judged better without it.
 *
 * @throws PlanRefused SPC906 for what is no synthesized stack
 */
export function readStackNotes(document: unknown): StackNotes {
  if (!isRecord(document) || !isRecord(document.terraform)) {
    throw new PlanRefused(
      "SPC906",
      "this JSON is not a synthesized stack",
      "name the folder of a stack, such as cdktf.out/stacks/contoso-speech",
    );
  }
  const resources = new Map<string, ResourceNotes>();
  for (const [mode, blocks] of [
    ["", document.resource],
    ["data.", document.data],
  ] as const) {
    for (const [type, named] of recordsIn(blocks)) {
      for (const [name, block] of recordsIn(named)) resources.set(`${mode}${type}.${name}`, notesOf(block));
    }
  }
  const said = [...resources.values()].map(({ facts }) => facts.profile).filter((word) => word !== undefined);
  return { resources, ...given("profile", said[0]), ...given("backend", backendOf(document.terraform)) };
}

/** The plan with the notes of the stack that it was made of. */
export function withNotes(plan: PlanView, { resources, profile, backend }: StackNotes): PlanView {
  return {
    ...plan,
    ...given("profile", profile),
    ...given("backend", backend),
    resources: plan.resources.map((resource) => ({ ...resource, ...resources.get(staticAddress(resource)) })),
    drift: plan.drift.map((resource) => ({ ...resource, ...resources.get(staticAddress(resource)) })),
  };
}

/** What the comment of a block says. */
export function notesOf(block: Values): ResourceNotes {
  const comment = isRecord(block["//"]) ? block["//"] : {};
  const metadata = isRecord(comment.metadata) ? comment.metadata : {};
  return {
    ...given("constructPath", typeof metadata.path === "string" ? metadata.path : undefined),
    ...given("place", placeOf(comment.source)),
    facts: withReasons(factsOf(comment.speech), comment.acknowledged),
  };
}

/** What `SpeechPolicy.acknowledge` wrote, beside what the configuration accepts. */
function withReasons(facts: SpeechFacts, reasons: unknown): SpeechFacts {
  return isRecord(reasons) ? { ...facts, acknowledged: { ...facts.acknowledged, ...reasons } } : facts;
}

/** `file:line:column` */
function placeOf(source: unknown): SourcePlace | undefined {
  const [, file, line, column] = typeof source === "string" ? (/^(.+?):(\d+):(\d+)$/s.exec(source) ?? []) : [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

function factsOf(speech: unknown): SpeechFacts {
  if (!isRecord(speech)) return {};
  const { front, exposed, engine, expected, acknowledged } = speech;
  return {
    ...speech,
    profile: profiles.find((profile) => profile === speech.profile),
    front: typeof front === "string" ? front : undefined,
    exposed: typeof exposed === "string" ? exposed : undefined,
    engine: isRecord(engine) ? engine : undefined,
    expected: isRecord(expected) ? expected : undefined,
    acknowledged: isRecord(acknowledged) ? acknowledged : undefined,
  };
}

function backendOf({ backend }: Values): PlanView["backend"] {
  const [first] = recordsIn(backend);
  return first === undefined ? undefined : { type: first[0], settings: first[1] };
}

/** Name and block of each member; Terraform's JSON also takes a list of blocks. */
export function recordsIn(blocks: unknown): readonly (readonly [string, Values])[] {
  if (!isRecord(blocks)) return [];
  return Object.entries(blocks).flatMap(([name, block]) =>
    (Array.isArray(block) ? (block as readonly unknown[]) : [block])
      .filter(isRecord)
      .map((each) => [name, each] as const),
  );
}

export function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
