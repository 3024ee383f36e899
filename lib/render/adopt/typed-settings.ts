import { type ContainerRequest, type SettingKind, containerSettings, renderDuration } from "../../domain";
import type { Reading } from "./additions";
import { type Fields, fieldsOf } from "./fields";
import { type Given, findGiven, isPlaceholder, literalOf, lost } from "./given";

type Value = string | number | boolean;

/** The settings that have a key of their own. Secrets come from variables: that there is one is all that is kept. */
export function readTypedSettings(given: readonly Given[]): Reading {
  const read = containerSettings.flatMap(({ value: setting }) => {
    const one = findGiven(given, setting.name);
    return one === undefined ? [] : [{ setting, one, value: valueOf(one, setting.value) }];
  });
  return {
    additions: read.flatMap(({ setting: { key, name }, value }) =>
      value === undefined
        ? []
        : [{ what: name, to: (container: ContainerRequest) => withSetting(container, key, value) }],
    ),
    others: read
      .filter(({ value }) => value === undefined)
      .map(({ setting: { key }, one }) =>
        lost(
          one,
          isPlaceholder(one.value)
            ? `its value is a placeholder; write settings.${key}`
            : `its value is none that settings.${key} takes`,
        ),
      ),
  };
}

/** As a configuration has it; undefined for what is none of its kind. */
function valueOf(one: Given, kind: SettingKind): Value | undefined {
  if (kind.kind === "secret") return true;
  const text = literalOf(one);
  if (text === undefined) return undefined;
  switch (kind.kind) {
    case "words":
      return kind.words.find((word) => word.toLowerCase() === text.toLowerCase());
    case "integer":
      return /^-?\d+$/.test(text) ? Number(text) : undefined;
    case "duration":
      return /^\d+$/.test(text) ? renderDuration(Number(text)) : undefined;
    case "boolean":
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined;
    case "host":
      return text;
  }
}

function withSetting(container: ContainerRequest, key: string, value: Value): ContainerRequest {
  return { ...container, settings: placed({ ...container.settings }, key.split("."), value) };
}

function placed(parent: Fields, [step = "", ...rest]: readonly string[], value: Value): Fields {
  return { ...parent, [step]: rest.length === 0 ? value : placed(fieldsOf(parent[step]), rest, value) };
}
