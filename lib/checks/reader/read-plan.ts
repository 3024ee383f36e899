import type { CheckView, OutputView, PlanView, ResourceView, VariableView } from "../plan-view";
import { compareAddresses } from "../addresses";
import { damaged, PlanRefused } from "../refusal";
import { readConfiguration, type Configuration } from "./configuration";
import { entriesOf, flagOfField, listOf, member, oneOf, optional, recordOf, textOfField, type Field } from "./fields";
import { judgePlannedValues } from "./planned-values";
import { readDataOfState } from "./prior-state";
import { readAction, readMask, readResource } from "./resource";

const MAKE_IT = "terraform show -json plan > plan.json, with a plan of terraform plan -out=plan";
const STATUSES = ["pass", "fail", "error", "unknown"] as const;

/**
 * What rules know of a plan that `terraform show -json` printed.
 *
 * @throws PlanRefused SPC902 not a plan, SPC903 another format, SPC904 damaged, SPC905 the plan failed
 */
export function readPlan(document: unknown): PlanView {
  const plan = whole(document);
  const configuration = readConfiguration(member(plan, "configuration"));
  const changes = listOf(member(plan, "resource_changes"));
  const planned = changes.map((field) => readResource(field, configuration.resources));
  judgePlannedValues(member(plan, "planned_values"), planned);
  const read = readDataOfState(member(plan, "prior_state"), configuration.resources, planned);
  return {
    origin: "plan",
    complete: optional(member(plan, "complete"), flagOfField) ?? true,
    unread: [],
    resources: [...planned, ...read].sort(byAddress),
    drift: listOf(member(plan, "resource_drift"))
      .map((field) => readResource(field, configuration.resources))
      .sort(byAddress),
    outputs: entriesOf(member(plan, "output_changes")).map((entry) => readOutput(entry, configuration)),
    checks: listOf(member(plan, "checks")).flatMap(readCheck),
    variables: entriesOf(member(plan, "variables")).map((entry) => readVariable(entry, configuration)),
    providers: configuration.providers,
    modules: configuration.modules,
  };
}

function whole(document: unknown): Field {
  const plan: Field = { value: document, path: "" };
  const isObject = typeof document === "object" && document !== null && !Array.isArray(document);
  const parts = isObject ? document : {};
  if (!("format_version" in parts) || !("configuration" in parts) || !("planned_values" in parts))
    throw new PlanRefused("SPC902", "this JSON is not a plan of Terraform", `make one: ${MAKE_IT}`);
  const version = textOfField(member(plan, "format_version"));
  if (!/^1\.\d+$/.test(version))
    throw new PlanRefused(
      "SPC903",
      "the plan has a format that this version does not read; it reads 1.x",
      "use a Terraform or OpenTofu 1.x, or a newer version of speech-containers",
    );
  if (optional(member(plan, "errored"), flagOfField) === true)
    throw new PlanRefused(
      "SPC905",
      "the plan ended with an error, so a part of it is missing",
      "mend what terraform plan says, then make the plan again",
    );
  return plan;
}

function readOutput([name, field]: readonly [string, Field], { modules }: Configuration): OutputView {
  return {
    name,
    action: readAction(member(field, "actions")),
    after: member(field, "after").value,
    unknown: readMask(member(field, "after_unknown")),
    sensitive: readMask(member(field, "after_sensitive")),
    references: modules.get("")?.outputs.get(name)?.references ?? [],
  };
}

/** A check with its instances: those that are not well, else the check itself. */
function readCheck(field: Field): readonly CheckView[] {
  const address = textOfField(member(member(field, "address"), "to_display"));
  const status = oneOf(STATUSES)(member(field, "status"));
  const instances = listOf(member(field, "instances")).map((instance) => ({
    address: optional(member(instance, "address"), recordOf)
      ? textOfField(member(member(instance, "address"), "to_display"))
      : address,
    status: oneOf(STATUSES)(member(instance, "status")),
    messages: listOf(member(instance, "problems")).map((problem) => textOfField(member(problem, "message"))),
  }));
  const unwell = instances.filter((instance) => instance.status !== "pass");
  if (status === "pass" && unwell.some((instance) => instance.status !== "unknown"))
    throw damaged(field.path, "passes although an instance of it does not");
  return unwell.length > 0 ? unwell : [{ address, status, messages: [] }];
}

function readVariable([name, field]: readonly [string, Field], { modules }: Configuration): VariableView {
  const sensitive = modules.get("")?.variables.get(name)?.sensitive ?? false;
  return { name, value: member(field, "value").value, sensitive };
}

const byAddress = (left: ResourceView, right: ResourceView): number =>
  compareAddresses(left.address, right.address) || compareAddresses(left.deposed ?? "", right.deposed ?? "");
