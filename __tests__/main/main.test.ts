import { filesBelow, projectWith, runApp } from "./project";

const config = (name: string, port = 5000) => `name: ${name}
edition: "2025-07"
eula: accept
account:
  endpoint: https://westeurope.api.cognitive.microsoft.com/
containers:
  captions: { function: speech-to-text, locale: en-US, port: ${port} }
`;

test("writes the stack of speech.yaml, whose place it records, and says nothing", async () => {
  const folder = projectWith({ "speech.yaml": config("contoso") });
  expect(await runApp(folder)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  const written = filesBelow(folder);
  expect(Object.keys(written).sort()).toEqual([
    "cdktf.out/manifest.json",
    "cdktf.out/stacks/contoso/cdk.tf.json",
    "speech.yaml",
  ]);
  expect(written["cdktf.out/stacks/contoso/cdk.tf.json"]).toContain('"source": "speech.yaml:7:3"');
});

test("two configurations in one folder have nothing in common", async () => {
  const folder = projectWith({ "one.yaml": config("one"), "two.yaml": config("two", 5001) });
  await runApp(folder, { SPEECH_CONFIG: "one.yaml" });
  const { "cdktf.out/stacks/one/cdk.tf.json": before } = filesBelow(folder);
  await runApp(folder, { SPEECH_CONFIG: "two.yaml" });
  const { "cdktf.out/stacks/one/cdk.tf.json": one, "cdktf.out/stacks/two/cdk.tf.json": two } = filesBelow(folder);
  expect(one).toBe(before);
  const names = (text = "") => [...text.matchAll(/"(?:name|path)": "([^"]*)"/g)].map(([, name]) => name);
  const ofOwn = names(one).filter((name) => /^one|one\.tfstate$/.test(name ?? ""));
  expect(ofOwn).toEqual(expect.arrayContaining(["one", "one-captions"]));
  expect(names(two).filter((name) => ofOwn.includes(name))).toEqual([]);
});

describe("writes nothing, prints the problems and exits with 2 when", () => {
  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    ["there is no configuration", {}, {}, "SPC001"],
    ["the configuration is wrong", { "speech.yaml": config("contoso", 99_999) }, {}, "SPC203"],
    [
      "DOCKER_CONTEXT would win over the engine",
      { "speech.yaml": config("contoso") },
      { DOCKER_CONTEXT: "prod" },
      "SPC410",
    ],
  ])("%s", async (_, files, environment, code) => {
    const folder = projectWith(files);
    const { exitCode, stdout, stderr } = await runApp(folder, environment);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(code);
    expect(stderr).toMatch(/1 problem, nothing was planned/);
    expect(filesBelow(folder)).toEqual(files);
  });
});

test("no key that is in the environment is in any file", async () => {
  const key = "0123456789abcdef0123456789abcdef";
  const folder = projectWith({ "speech.yaml": config("contoso") });
  const { stdout, stderr } = await runApp(folder, { TF_VAR_speech_api_key: key });
  expect(Object.values(filesBelow(folder)).concat(stdout, stderr).join("\n")).not.toContain(key);
});
