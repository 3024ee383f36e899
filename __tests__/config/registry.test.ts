import { parseConfig } from "../../lib/config";
import { renderReference } from "../../lib/domain";

const parse = (...lines: readonly string[]) =>
  parseConfig(
    [
      "name: contoso",
      'edition: "2025-07"',
      "eula: accept",
      "account: { existing: { name: contoso, resourceGroup: rg } }",
      ...lines,
      "containers: { captions: { function: speech-to-text, locale: en-US } }",
    ].join("\n"),
    "speech.yaml",
  );

describe("registry", () => {
  it("is an address, or an address with the user of a login", () => {
    const [plain, login] = ["registry: b.example/x", "registry: { address: b.example/x, username: puller }"].map(
      (line) => parse(line).plan?.sites[0],
    );
    expect(plain?.containers.map(({ image }) => renderReference(image))).toEqual([
      "b.example/x/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
    ]);
    expect(login?.containers).toEqual(plain?.containers);
    expect([plain?.registryLogins.length, login?.registryLogins.length]).toEqual([0, 1]);
  });

  it.each([
    ["registry: { address: b.example, username: p, password: hunter2 }", "SPC310", "registry.password"],
    ["registry: { address: b.example }", "SPC011", "registry.username"],
    ["registry: { address: 'https://b.example', username: p }", "SPC120", "registry.address"],
    ["registry: { address: b.example, username: 'a b' }", "SPC126", "registry.username"],
    ["registry: [b.example]", "SPC012", "registry"],
  ])("%s is refused: %s at %s", (line, code, path) => {
    const { problems } = parse(line);
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });
});
