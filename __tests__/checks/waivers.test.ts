import type { Finding, Report, Rule } from "../../lib/checks";
import { applyDecisions, type Waiver } from "../../lib/checks/waivers";

const finding = (rule: string, address?: string): Finding => ({
  rule,
  level: "error",
  address,
  message: "is wrong",
  fix: "mend it",
  fingerprint: "0".repeat(16),
});
const report: Report = {
  name: "plan",
  profile: "trial",
  origin: "plan",
  partial: false,
  findings: [
    finding("CTR-8", "docker_container.captions"),
    finding("CTR-8", "docker_container.narrator"),
    finding("PLN-6"),
  ],
  waived: [],
  undecided: [],
  passed: 0,
};
const rules = ["CTR-8", "CTR-22", "PLN-6"].map((id): Rule => ({
  id,
  title: "",
  level: "error",
  why: "",
  fix: "",
  source: "",
  options: { hosts: "" },
  judge: () => [],
}));

const waiver = (more: Partial<Waiver>): Waiver => ({
  rule: "CTR-8",
  address: "docker_container.captions",
  reason: "for the demo",
  expires: "2026-12-31",
  ...more,
});

/** What is left, what is waived, and what is said of the waivers. */
function decided(waivers: readonly Waiver[], more: { options?: Record<string, object>; partial?: boolean } = {}) {
  const { options = {}, partial = false } = more;
  const decisions = { waivers, options: options as Record<string, Record<string, unknown>> };
  const { findings, waived } = applyDecisions({ ...report, partial }, decisions, { today: "2026-11-25", rules });
  const nameOf = ({ rule, address }: Finding) => `${rule} ${address ?? "plan"}`;
  return {
    left: findings.filter(({ rule }) => !rule.startsWith("WVR")).map(nameOf),
    waived: waived.map(nameOf),
    said: findings.filter(({ rule }) => rule.startsWith("WVR")).map(({ rule, message }) => `${rule}: ${message}`),
  };
}

const [captions, narrator, plan] = ["CTR-8 docker_container.captions", "CTR-8 docker_container.narrator", "PLN-6 plan"];

test.each<[string, Partial<Waiver>, string[]]>([
  ["one address", {}, [captions]],
  ["a pattern", { address: "docker_container.*" }, [captions, narrator]],
  ["everything", { address: "*" }, [captions, narrator]],
  ["the plan as a whole", { rule: "PLN-6", address: "plan" }, [plan]],
  ["on its last day", { expires: "2026-11-25" }, [captions]],
])("a waiver accepts %s", (_name, more, waived) => {
  const all = [captions, narrator, plan];
  expect(decided([waiver(more)])).toEqual({ left: all.filter((each) => !waived.includes(each)), waived, said: [] });
});

test.each<[string, Partial<Waiver>, string]>([
  ["that has expired", { expires: "2026-11-24" }, "WVR-1: this waiver of CTR-8 expired on 2026-11-24"],
  [
    "that nothing needs",
    { rule: "CTR-22" },
    'WVR-2: this waiver accepts nothing: there is no finding of CTR-22 at "docker_container.captions"',
  ],
  [
    "whose dots are not any sign",
    { address: "docker_container_captions" },
    'WVR-2: this waiver accepts nothing: there is no finding of CTR-8 at "docker_container_captions"',
  ],
  ["without a reason", { reason: undefined }, "WVR-3: this waiver of CTR-8 has no reason"],
  ["with a reason of blanks", { reason: "  " }, "WVR-3: this waiver of CTR-8 has no reason"],
  ["without an end", { expires: undefined }, "WVR-3: this waiver of CTR-8 has no day on which it expires"],
  ["of a rule that there is not", { rule: "CTR-88" }, 'WVR-4: there is no rule "CTR-88"; nearest: CTR-8, CTR-22'],
])("a waiver %s accepts nothing and is a finding itself", (_name, more, said) => {
  expect(decided([waiver(more)])).toEqual({ left: [captions, narrator, plan], waived: [], said: [said] });
});

test("an unused waiver is not one of a partial plan: what it is for may be in the other part", () => {
  expect(decided([waiver({ rule: "CTR-22" })], { partial: true }).said).toEqual([]);
});

test("options of rules and options that there are not are findings", () => {
  expect(decided([], { options: { "CTR-8": { host: 1, hosts: 2 }, "CTR-9": {} } }).said).toEqual([
    'WVR-4: "host" is not an option of CTR-8; it has hosts',
    expect.stringContaining('WVR-4: there is no rule "CTR-9"'),
  ]);
});
