import { parseChecksFile } from "../../lib/config";

const good = `options:
  IMG-6: { registries: [mcr.microsoft.com] }
waivers:
  - rule: CTR-13
    address: docker_container.*
    reason: "a folder of the host: the models are shared"
    expires: 2027-01-31
  - { rule: CTR-8, address: plan }
`;

test("gives waivers with their lines, and options by rule", () => {
  expect(parseChecksFile(good, "speech-checks.yaml")).toEqual({
    problems: [],
    options: { "IMG-6": { registries: ["mcr.microsoft.com"] } },
    waivers: [
      {
        rule: "CTR-13",
        address: "docker_container.*",
        reason: "a folder of the host: the models are shared",
        expires: "2027-01-31",
        source: { file: "speech-checks.yaml", line: 4, column: 5 },
      },
      { rule: "CTR-8", address: "plan", source: { file: "speech-checks.yaml", line: 8, column: 5 } },
    ],
  });
});

test("an empty file decides nothing", () => {
  expect(parseChecksFile("# nothing yet\n", "x.yaml")).toEqual({ problems: [], waivers: [], options: {} });
});

test.each([
  ["not YAML", "waivers: [", ["SPC003 1:11"]],
  ["a key that nothing reads", "waiver: []", ["SPC010 1:1"]],
  ["a list at the top", "- rule: CTR-1", ["SPC012 1:1"]],
  ["waivers that are no list", "waivers: { rule: CTR-1 }", ["SPC012 1:1"]],
  ["a waiver that is a word", "waivers: [CTR-1]", ["SPC012 1:11", "SPC011 1:11", "SPC011 1:11"]],
  ["a waiver without an address", "waivers:\n  - rule: CTR-1", ["SPC011 2:5"]],
  ["an empty address", 'waivers:\n  - { rule: CTR-1, address: "" }', ["SPC012 2:5"]],
  ["a day in another form", "waivers:\n  - { rule: CTR-1, address: x, expires: 31.1.2027 }", ["SPC012 2:41"]],
  ["a day that there is not", "waivers:\n  - { rule: CTR-1, address: x, expires: 2027-02-30 }", ["SPC012 2:41"]],
  ["a list as a reason", "waivers:\n  - { rule: CTR-1, address: x, reason: [a] }", ["SPC012 2:32"]],
  ["options that are no map", "options: { CTR-1: yes }", ["SPC012 1:19"]],
])("%s is a problem with its place", (_name, text, expected) => {
  const { problems } = parseChecksFile(text, "speech-checks.yaml");
  expect(problems.map(({ code, source }) => `${code} ${source?.line}:${source?.column}`).toSorted()).toEqual(
    expected.toSorted(),
  );
});
