import { SaxesParser, type SaxesTagNS } from "saxes";

/** What an SSML document asks for. */
export interface SsmlDocument {
  readonly parts: readonly SsmlPart[];
  /** Names as written, in their order, each once. */
  readonly voices: readonly string[];
}

export type SsmlPart =
  | { readonly kind: "text"; readonly text: string; readonly voice: string; readonly language?: string }
  | { readonly kind: "break"; readonly milliseconds: number };

export type SsmlResult =
  { readonly ok: true; readonly document: SsmlDocument } | { readonly ok: false; readonly message: string };

/** Milliseconds by strength, and the longest break: https://learn.microsoft.com/azure/ai-services/speech-service/speech-synthesis-markup-structure */
const BREAK_STRENGTHS: Readonly<Record<string, number>> = {
  none: 0,
  "x-weak": 250,
  weak: 500,
  medium: 750,
  strong: 1000,
  "x-strong": 1250,
};
const LONGEST_BREAK = 20_000;
/** saxes takes time that grows with the square of the depth: 50,000 levels took 25 s. */
const DEEPEST = 64;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/;

class SsmlError extends Error {}

/**
 * Reads SSML strictly: what is not well-formed, or has no `speak` with a named `voice`, is refused with a reason. `prosody` and
 * every other element inside `voice` keep their text; they do not change what the carrier sounds like.
 */
export function parseSsml(ssml: string): SsmlResult {
  const parser = new SaxesParser({ xmlns: true });
  const parts: SsmlPart[] = [];
  const voices: string[] = [];
  const languages: (string | undefined)[] = [];
  let depth = 0;
  let voice: { readonly name: string; readonly depth: number } | undefined;
  let text = "";

  const endText = (): void => {
    const words = text.replace(/\s+/gu, " ").trim();
    if (voice !== undefined && words !== "") {
      const language = languages.at(-1);
      parts.push({ kind: "text", text: words, voice: voice.name, ...(language !== undefined && { language }) });
    }
    text = "";
  };

  parser.on("error", (error) => {
    throw new SsmlError(error.message);
  });
  parser.on("opentag", (tag) => {
    depth++;
    if (depth > DEEPEST) throw new SsmlError(`elements are nested deeper than ${DEEPEST}`);
    const language = attribute(tag, "xml:lang");
    if (language !== undefined && !LANGUAGE.test(language))
      throw new SsmlError(`xml:lang "${language}" is not a language`);
    if (depth === 1 && tag.local !== "speak")
      throw new SsmlError(`the root element is "${tag.local}", expected is "speak"`);
    if (tag.local === "voice") {
      if (voice !== undefined) throw new SsmlError('a "voice" element inside another');
      const name = attribute(tag, "name");
      if (name === undefined || name === "") throw new SsmlError('a "voice" element without a name');
      voice = { name, depth };
      if (!voices.includes(name)) voices.push(name);
    }
    if (tag.local === "lang" || tag.local === "voice") endText();
    languages.push(language ?? languages.at(-1));
    if (tag.local === "break") {
      endText();
      parts.push({ kind: "break", milliseconds: breakLength(tag) });
    }
  });
  parser.on("closetag", (tag) => {
    if (tag.local === "voice" || tag.local === "lang") endText();
    if (tag.local === "p" || tag.local === "s") text += " ";
    if (voice?.depth === depth) voice = undefined;
    languages.pop();
    depth--;
  });
  const addText = (added: string): void => {
    if (voice !== undefined) text += added;
    else if (added.trim() !== "") throw new SsmlError('text outside of a "voice" element');
  };
  parser.on("text", addText);
  parser.on("cdata", addText);

  try {
    parser.write(ssml).close();
  } catch (error) {
    if (error instanceof SsmlError) return { ok: false, message: error.message };
    throw error;
  }
  if (voices.length === 0) return { ok: false, message: 'there is no "voice" element' };
  return { ok: true, document: { parts, voices } };
}

function attribute(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value;
}

function breakLength(tag: SaxesTagNS): number {
  const time = attribute(tag, "time");
  if (time === undefined) {
    const strength = attribute(tag, "strength") ?? "medium";
    const milliseconds = BREAK_STRENGTHS[strength];
    if (milliseconds === undefined)
      throw new SsmlError(`break strength "${strength}", allowed are ${Object.keys(BREAK_STRENGTHS).join(", ")}`);
    return milliseconds;
  }
  const [, amount, unit] = /^\+?(\d+(?:\.\d+)?)(ms|s)$/.exec(time.trim()) ?? [];
  if (amount === undefined) throw new SsmlError(`break time "${time}" is not a time such as 500ms or 2s`);
  return Math.min(LONGEST_BREAK, Math.round(Number(amount) * (unit === "s" ? 1000 : 1)));
}
