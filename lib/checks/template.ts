/** A part of a template string: what is written, or what stands in `${…}`. */
export type TemplatePart =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "expression"; readonly expression: string };

/** The parts of a string of a JSON configuration; `$${` is a written `${`. */
export function parseTemplate(template: string): readonly TemplatePart[] {
  if (!template.includes("{")) return template === "" ? [] : [{ kind: "text", text: template }];
  const parts: TemplatePart[] = [];
  let text = "";
  let at = 0;
  while (at < template.length) {
    if (template.startsWith("$${", at) || template.startsWith("%%{", at)) {
      text += template.slice(at + 1, at + 3);
      at += 3;
    } else if (template.startsWith("${", at) || template.startsWith("%{", at)) {
      const end = endOfExpression(template, at + 2);
      if (text !== "") parts.push({ kind: "text", text });
      parts.push({ kind: "expression", expression: template.slice(at + 2, end) });
      text = "";
      at = end + 1;
    } else {
      text += template[at];
      at += 1;
    }
  }
  return text === "" ? parts : [...parts, { kind: "text", text }];
}

/** The text of a template without expressions; undefined if it has any. */
export function literalText(template: string): string | undefined {
  if (!template.includes("{")) return template;
  const parts = parseTemplate(template);
  return parts.every((part) => part.kind === "text") ? parts.map(({ text }) => text).join("") : undefined;
}

const STRING = /"(?:[^"\\]|\\.)*"/g;
const TRAVERSAL = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[(?:\d+|"(?:[^"\\]|\\.)*")\])+/g;

/** What an expression refers to, as Terraform names it: `azurerm_cognitive_account.speech.endpoint`. */
export function referencesInExpression(expression: string): readonly string[] {
  const outside = expression.replaceAll(STRING, (text, at: number) => (expression[at - 1] === "[" ? text : '""'));
  return [...new Set(outside.match(TRAVERSAL) ?? [])];
}

/** All references of a template. */
export function referencesInTemplate(template: string): readonly string[] {
  return parseTemplate(template).flatMap((part) =>
    part.kind === "expression" ? referencesInExpression(part.expression) : [],
  );
}

/** The index of the brace that ends an expression; braces in it and in its strings do not count. */
function endOfExpression(template: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < template.length; at++) {
    const sign = template[at];
    if (quoted && sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") depth += 1;
    else if (!quoted && sign === "}" && depth-- === 0) return at;
  }
  return template.length;
}
