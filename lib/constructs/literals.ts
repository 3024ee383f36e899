/**
 * Text of a plan is never a Terraform expression: `${` and `%{` are escaped, at any depth. (A function as replacement:
 * in a replacement text `$$` would mean one `$`.)
 */
export function literals<Value>(value: Value): Value {
  return escapeAll(value) as Value;
}

function escapeAll(value: unknown): unknown {
  if (typeof value === "string") {
    return value.includes("{") ? value.replaceAll(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`) : value;
  }
  if (Array.isArray(value)) {
    return value.map(escapeAll);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, escapeAll(child)]));
  }
  return value;
}
