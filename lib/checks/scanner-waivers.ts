import type { PlanView } from "./plan-view";
import { readPlan } from "./reader/read-plan";
import { readSynth } from "./reader/read-synth";
import { knownValue } from "./reading";
import { accountView, isAccount, type AccountView } from "./views/account";

/** Generic scanners whose rules contradict connected containers. */
export type Scanner = "checkov" | "conftest" | "sarif";

/** One rule of a generic scanner that does not hold for one account. */
interface Exception {
  readonly rule: string;
  readonly address: string;
  readonly reason: string;
}

const PUBLIC_ACCESS = {
  rule: "CKV_AZURE_134",
  reason: "connected Speech containers bill at the public endpoint; without it they stop serving after ten tries",
};
const LOCAL_AUTH = {
  rule: "CKV_AZURE_236",
  reason: "the key is the only credential that a connected Speech container takes; without local auth there is none",
};

/**
 * The reasoned exceptions of a plan's Speech accounts, in the form of a scanner: a baseline for checkov, Rego for
 * conftest, suppressed results for whatever reads SARIF. The addresses in them are the only part of the plan.
 *
 * @throws PlanRefused as `checkPlan` and `checkSynth`
 */
export function waiversFor(
  scanner: Scanner,
  { kind, document }: { readonly kind: PlanView["origin"]; readonly document: unknown },
): string | object {
  const plan = kind === "synth" ? readSynth(document) : readPlan(document);
  const exceptions = plan.resources
    .filter((resource) => isAccount(resource) && resource.mode === "managed" && resource.after !== undefined)
    .flatMap((resource) => exceptionsOf(accountView(plan, resource)));
  switch (scanner) {
    case "checkov":
      return checkovBaseline(exceptions);
    case "conftest":
      return conftestExceptions(exceptions);
    case "sarif":
      return suppressedResults(exceptions);
  }
}

/** Where the account is closed already, a scanner has nothing to say about it. */
function exceptionsOf({ resource, kind, publicAccess, localAuth }: AccountView): readonly Exception[] {
  if (knownValue(kind) !== "SpeechServices") return [];
  const { address } = resource;
  return [
    ...(knownValue(publicAccess) === false ? [] : [{ ...PUBLIC_ACCESS, address }]),
    ...(knownValue(localAuth) === false ? [] : [{ ...LOCAL_AUTH, address }]),
  ];
}

/** `checkov --baseline FILE`: by resource and rule; checkov leaves keys that it does not know alone. */
function checkovBaseline(exceptions: readonly Exception[]): object {
  const findings = exceptions.map(({ rule, address, reason }) => ({ resource: address, check_ids: [rule], reason }));
  return { failed_checks: [{ file: "/plan.json", findings }] };
}

/** conftest excepts a rule for a whole input, so this holds only while every account in it is one of these. */
function conftestExceptions(exceptions: readonly Exception[]): string {
  const addresses = [...new Set(exceptions.map(({ address }) => address))];
  const rules = [PUBLIC_ACCESS, LOCAL_AUTH].filter(({ rule }) => exceptions.some((each) => each.rule === rule));
  return `package main

import rego.v1

# Accounts of Speech containers.
speech_accounts := {${addresses.map((address) => JSON.stringify(address)).join(", ")}}

${rules.map(({ rule, reason }) => `# ${rule}: ${reason}.`).join("\n")}
# For rules that are named deny_CKV_AZURE_134 and the like.
exception contains rules if {
\tevery change in input.resource_changes {
\t\tnot other_account(change)
\t}
\trules := [${rules.map(({ rule }) => JSON.stringify(rule)).join(", ")}]
}

other_account(change) if {
\tchange.type == "azurerm_cognitive_account"
\tnot change.address in speech_accounts
}
`;
}

function suppressedResults(exceptions: readonly Exception[]): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "speech-containers" } },
        results: exceptions.map(({ rule, address, reason }) => ({
          ruleId: rule,
          message: { text: `${rule} does not hold for ${address}: ${reason}.` },
          locations: [{ logicalLocations: [{ fullyQualifiedName: address, kind: "resource" }] }],
          suppressions: [{ kind: "external", status: "accepted", justification: reason }],
        })),
      },
    ],
  };
}
