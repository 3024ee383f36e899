import { basename } from "node:path";
import type { Talk, TalkPair, VerifyTarget } from "../operate";
import { CommandFailure } from "./command-failure";
import { nameOf, renderTalk, requirePairs } from "./talking";
import type { Terminal } from "./terminal";
import { countAnswering, renderVerified, runVerify, type Verified, type VerifyRun } from "./verification";

/** What `try` proves: that all containers answer, and that one hears what another says. */
export interface Proof {
  readonly verified: Verified;
  readonly talk?: Talk;
  /** The file of what was said. */
  readonly file: string;
  /** Why nobody talks. */
  readonly left?: string;
}

/** The containers that talk, or why none do. */
export function findTalk(targets: readonly VerifyTarget[]): { readonly pair: TalkPair } | { readonly left: string } {
  try {
    return { pair: requirePairs(targets)[0] };
  } catch (error) {
    if (error instanceof CommandFailure) return { left: error.message };
    throw error;
  }
}

/** Verifies all containers, then lets two of them talk by way of a file if all are well. */
export async function prove(run: VerifyRun, talks: ReturnType<typeof findTalk>, file: string): Promise<Proof> {
  const { talk } = require("../operate") as typeof import("../operate");
  const proof = { verified: await runVerify(run), file };
  if ("left" in talks) return { ...proof, ...talks };
  if (!areWell(proof.verified) || run.terminal.interrupts.requested) return proof;
  run.say(nameOf(talks.pair));
  return { ...proof, talk: await talk(talks.pair, { file }) };
}

export const isProven = ({ verified, talk }: Proof): boolean => areWell(verified) && talk?.problem === undefined;

const areWell = ({ results }: Verified): boolean => results.every(({ finding }) => finding.verdict === "answers");

/** `narrator -> hello.wav (1.9 s) -> captions`, or how many answer. */
export function describeProof({ verified, talk, file }: Proof): string {
  if (talk === undefined) return countAnswering(verified.results);
  const { pair, audioSeconds } = talk;
  const length = audioSeconds === undefined ? "" : ` (${audioSeconds.toFixed(1)} s)`;
  return `${pair.speaker.name} -> ${basename(file)}${length} -> ${pair.listener.name}`;
}

export function renderProof({ verified, talk }: Proof, terminal: Terminal): string {
  const verifications = renderVerified(verified, terminal);
  return talk === undefined ? verifications : `${verifications}\n\n${renderTalk(talk, terminal)}`;
}
