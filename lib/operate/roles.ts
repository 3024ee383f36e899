import type { VerifyTarget } from "./targets";

/** What one can do with a container by voice. */
export type Role = "speaks" | "listens";

const roles: Readonly<Record<string, Role>> = {
  "speech-to-text": "listens",
  "custom-speech-to-text": "listens",
  "text-to-speech": "speaks",
  "custom-text-to-speech": "speaks",
  "neural-text-to-speech": "speaks",
};

/** Undefined: its function does neither, or is not known. */
export const roleOf = ({ function: name }: Pick<VerifyTarget, "function">): Role | undefined =>
  name === undefined ? undefined : roles[name];
