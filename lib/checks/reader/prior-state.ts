import type { ResourceView } from "../plan-view";
import type { ConfiguredResource } from "./configuration";
import { listOf, member, optional, recordOf, textOfField, type Field } from "./fields";
import { given, readMask, withoutKeys } from "./resource";

/** Data sources that were read while planning: they stand in the prior state only. */
export function readDataOfState(
  field: Field,
  configured: ReadonlyMap<string, ConfiguredResource>,
  planned: readonly ResourceView[],
): readonly ResourceView[] {
  if (field.value === undefined) return [];
  const values = member(field, "values");
  if (values.value === undefined) return [];
  const known = new Set(planned.map(({ address }) => address));
  return readModule(member(values, "root_module"), "", configured).filter(({ address }) => !known.has(address));
}

function readModule(
  field: Field,
  module: string,
  configured: ReadonlyMap<string, ConfiguredResource>,
): readonly ResourceView[] {
  if (field.value === undefined) return [];
  const data = listOf(member(field, "resources")).filter((each) => member(each, "mode").value === "data");
  const children = listOf(member(field, "child_modules"));
  return [
    ...data.map((each) => readData(each, module, configured)),
    ...children.flatMap((child) => {
      const address = withoutKeys(textOfField(member(child, "address")));
      return readModule(child, address, configured);
    }),
  ];
}

function readData(field: Field, module: string, configured: ReadonlyMap<string, ConfiguredResource>): ResourceView {
  const type = textOfField(member(field, "type"));
  const name = textOfField(member(field, "name"));
  const written = configured.get(`${module === "" ? "" : `${module}.`}data.${type}.${name}`);
  const values = recordOf(member(field, "values"));
  const sensitive = optional(member(field, "sensitive_values"), readMask) ?? false;
  const index = member(field, "index").value;
  return {
    address: textOfField(member(field, "address")),
    module,
    mode: "data",
    type,
    name,
    action: "no-op",
    before: values,
    after: values,
    unknown: false,
    beforeSensitive: sensitive,
    afterSensitive: sensitive,
    replacePaths: [],
    ...given("index", typeof index === "string" || typeof index === "number" ? index : undefined),
    ...given("configuration", written?.expressions),
    ...given("providerKey", written?.providerKey),
    facts: {},
  };
}
