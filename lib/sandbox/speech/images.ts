import { findFunction } from "../../domain/catalogue";
import { functionOfRepository, livingImages } from "../../domain/known-images";
import { serviceWords, type ServiceWord } from "./functions";

/** What the simulation needs to know of a Speech image. Plain data: it is sent to a thread. */
export interface SpeechImage extends ServiceWord {
  readonly function: string;
  /** The port on which the program listens inside the container. */
  readonly port: number;
  readonly swagger: boolean;
  /** Serves a model of the user, downloaded at start. */
  readonly customModel: boolean;
  /** Can run without a connection to Azure, on a licence. */
  readonly disconnected?: boolean;
}

/** Registry and repository of a reference, without tag and digest. */
const pathOf = (reference: string): string => reference.replace(/@.*$/, "").replace(/:[^:/]*$/, "");

/** The Speech image of a reference, under any registry; undefined: another program. */
export function speechImage(reference: string): SpeechImage | undefined {
  const owner = functionOfRepository(pathOf(reference));
  const entry = owner === undefined ? undefined : findFunction(owner.function);
  const edition = owner === undefined ? undefined : entry?.editions[owner.edition];
  if (entry === undefined || edition === undefined) return undefined;
  return {
    function: entry.name,
    port: edition.containerPort.value,
    swagger: edition.swagger.value,
    customModel: entry.serves === "model",
    disconnected: edition.disconnectedSince !== undefined,
    ...serviceWords[entry.name],
  };
}

let living: ReadonlySet<string> | undefined;

/**
 * Whether the simulated registries have an image: what was added or removed by hand counts first, then the catalogue, whose
 * living images all exist. A digest is not looked at: the catalogue knows none.
 */
export function isPublished(reference: string, byHand: Readonly<Record<string, "added" | "removed">>): boolean {
  const change = Object.hasOwn(byHand, reference) ? byHand[reference] : undefined;
  if (change !== undefined) return change === "added";
  living ??= new Set(livingImages());
  return living.has(reference.replace(/@.*$/, ""));
}
