import { parseDuration } from "./validators";
import { type Complaint, type Field, type Fields, TIMEOUTS } from "./schema";
import { isObject, isWhollyKnown, textOf, UNKNOWN, type Value, type ValueObject } from "./value";

export interface Diagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail?: string;
  readonly path?: readonly (string | number)[];
}

type Path = readonly (string | number)[];

const error = (path: Path, [summary, detail]: Complaint): Diagnostic => ({
  severity: "ERROR",
  summary,
  ...(detail !== undefined && { detail }),
  path,
});

const isSet = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Refuses arguments as the real providers do, beyond what Terraform checks by the schema. */
export function validateConfig(fields: Fields, config: ValueObject): Diagnostic[] {
  return validateObject(fields, config, config, []);
}

function validateObject(fields: Fields, object: ValueObject, whole: ValueObject, path: Path): Diagnostic[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    validateField(field, name, object[name] ?? null, whole, [...path, name]),
  );
}

function validateField(field: Field, name: string, value: Value, whole: ValueObject, path: Path): Diagnostic[] {
  if (field.isBlock ? !isSet(value) : value === null) return [];
  const partners = field.requiredWith ?? [];
  if (partners.some((partner) => !isSet(whole[partner]))) {
    const all = [...partners, name].sort().join(",");
    return [error(path, ["Missing required argument", `"${name}": all of \`${all}\` must be specified`])];
  }
  if (!isWhollyKnown(value)) return [];
  const rival = (field.conflictsWith ?? []).find((other) => isSet(whole[other]) && whole[other] !== UNKNOWN);
  if (rival !== undefined) {
    return [error(path, ["Conflicting configuration arguments", `"${path.join(".")}": conflicts with ${rival}`])];
  }
  const found = validateValue(field, value, whole, path);
  if (field.deprecated !== undefined) {
    found.push({ severity: "WARNING", summary: "Argument is deprecated", detail: field.deprecated, path });
  }
  return found;
}

function validateValue(field: Field, value: Value, whole: ValueObject, path: Path): Diagnostic[] {
  const name = path.join(".");
  if (Array.isArray(value)) {
    const found = value.flatMap((item, index) => {
      const at = [...path, index];
      if (field.fields && isObject(item)) return validateObject(field.fields, item, whole, at);
      return (field.validateElement?.(item, at.join(".")) ?? []).map((complaint) => error(at, complaint));
    });
    return field.type === "set" ? found.map((diagnostic) => ({ ...diagnostic, path })) : found;
  }
  if (field.type === "number" && !Number.isInteger(Number(value))) {
    return [error(path, [`Attribute must be a whole number, got ${textOf(value)}`])];
  }
  return (field.validate?.(value, name) ?? []).map((complaint) => error(path, complaint));
}

/** Null elements, which a configuration can hold and the SDK cannot. */
export function refuseNullElements(value: Value, path: Path = []): Diagnostic[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      item === null
        ? [
            error(
              [...path, index],
              ["Null value found in list", "Null values are not allowed for this attribute value."],
            ),
          ]
        : refuseNullElements(item, [...path, index]),
    );
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => refuseNullElements(inner, [...path, name]))
    : [];
}

/** The complaint about a `timeouts` block, told when a resource is planned. */
export function timeoutComplaint(config: ValueObject): string | undefined {
  const timeouts = config[TIMEOUTS];
  if (!isObject(timeouts ?? null)) return undefined;
  for (const [name, text] of Object.entries(timeouts as ValueObject)) {
    if (typeof text !== "string" || parseDuration(text) !== undefined) continue;
    return `Error parsing ${JSON.stringify(name)} timeout: time: invalid duration ${JSON.stringify(text)}`;
  }
  return undefined;
}
