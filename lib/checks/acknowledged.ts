import type { ResourceView } from "./plan-view";

/** Whether the stack says in words why a rule may be broken here (`//.speech.acknowledged`). */
export function acknowledged({ facts }: Pick<ResourceView, "facts">, word: string): boolean {
  const reason = facts.acknowledged?.[word];
  return reason === true || (typeof reason === "string" && reason.trim() !== "");
}
