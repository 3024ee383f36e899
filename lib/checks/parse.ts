import { PlanRefused } from "./refusal";

/**
 * The JSON of a file.
 *
 * @throws PlanRefused `code`, without the words of the parser: they quote what stands around the mistake
 */
export function parseJson(text: string, code: "SPC902" | "SPC906"): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const cut = text.trim() === "" ? "it is empty" : "it was cut off, or it is something else";
    throw new PlanRefused(code, `this is not JSON: ${cut}`, "make it again: terraform show -json plan > plan.json");
  }
}
