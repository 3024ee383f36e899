import { parseConfig } from "../../lib/config";
import { badConfigs } from "./bad-configs";

const row = ({ code, path, source }: ReturnType<typeof parseConfig>["problems"][number]) =>
  `${code} ${source?.line}:${source?.column} ${path}`.trim();

describe("a wrong configuration", () => {
  test.each(badConfigs)("$title", ({ yaml, problems: expected }) => {
    const { problems, plan } = parseConfig(yaml, "speech.yaml");
    expect(problems.filter(({ level }) => level === "error").map(row)).toEqual(expected);
    expect(plan).toBeUndefined();
  });
});
