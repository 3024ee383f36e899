/** Text of a plan is never a Terraform expression: `${` and `%{` are escaped, at any depth, in names as well. */
export function literals<Value>(value: Value): Value {
  return escapeAll(value) as Value;
}

/** A literal as Terraform reads it. */
export function unescaped(literal: string): string {
  return literal.replaceAll(/([$%])\1\{/g, (_, start: string) => `${start}{`);
}

function escapeAll(value: unknown): unknown {
  if (typeof value === "string") {
    return escaped(value);
  }
  if (Array.isArray(value)) {
    return value.map(escapeAll);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [escaped(key), escapeAll(child)]));
  }
  return value;
}

/** A function as replacement: in a replacement text `$$` would mean one `$`. */
function escaped(text: string): string {
  return text.includes("{") ? text.replaceAll(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`) : text;
}
