import { engineEnvironmentProblems } from "../../lib/domain/engine-environment";
import type { EnginePlan } from "../../lib/domain/plan";
import { containerPlan, deploymentPlan, sitePlan } from "../constructs/plans";

const local: EnginePlan = { advertise: "localhost" };
const remote: EnginePlan = {
  host: "ssh://speech@leeds",
  advertise: "leeds",
  source: { file: "speech.yaml", line: 5, column: 3 },
};

const problemsOf = (engine: EnginePlan, environment: Record<string, string | undefined>) =>
  engineEnvironmentProblems(
    deploymentPlan({ sites: [sitePlan([containerPlan("captions")], { engine })] }),
    environment,
  );

test.each<[string, EnginePlan, Record<string, string | undefined>, string]>([
  ["a context wins over a configured host", remote, { DOCKER_CONTEXT: "york" }, 'DOCKER_CONTEXT is "york"'],
  ["a context wins over the local engine", local, { DOCKER_CONTEXT: "york" }, 'DOCKER_CONTEXT is "york"'],
  ["another machine wins over the local engine", local, { DOCKER_HOST: "ssh://york" }, 'DOCKER_HOST is "ssh://york"'],
])("%s", (_, engine, environment, message) => {
  const problems = problemsOf(engine, environment);
  expect(problems.map(({ code, level, path }) => [code, level, path])).toEqual([["SPC410", "error", "engine"]]);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.source).toBe(engine.source);
});

test.each<[string, EnginePlan, Record<string, string | undefined>]>([
  ["an empty environment", local, {}],
  ["variables that are empty", local, { DOCKER_CONTEXT: "", DOCKER_HOST: "" }],
  ["a socket of this machine", local, { DOCKER_HOST: "unix:///run/user/1000/docker.sock" }],
  ["a pipe of this machine", local, { DOCKER_HOST: "npipe:////./pipe/docker_engine" }],
  ["a host that a configured host wins over", remote, { DOCKER_HOST: "ssh://york" }],
])("%s is no problem", (_, engine, environment) => {
  expect(problemsOf(engine, environment)).toEqual([]);
});

test("the hint is the line to write", () => {
  const [problem] = problemsOf(local, { DOCKER_HOST: "ssh://york" });
  expect(problem?.hint).toBe("unset DOCKER_HOST for this command, or write the engine as `host: ssh://york`");
});

test.each([
  [
    "tcp://leeds:2376",
    "unset DOCKER_HOST for this command, or write the engine as `host: tcp://leeds:2376` with `tls: { certPath: … }`",
  ],
  ["leeds", "unset DOCKER_HOST for this command"],
])("the hint for %s leads to no other problem", (host, hint) => {
  expect(problemsOf(local, { DOCKER_HOST: host })[0]?.hint).toBe(hint);
});

test("nothing but unsetting helps against a context", () => {
  expect(problemsOf(remote, { DOCKER_CONTEXT: "york" })[0]?.hint).toBe("unset DOCKER_CONTEXT for this command");
});

test("a password is not repeated", () => {
  const problems = problemsOf(local, { DOCKER_HOST: "ssh://bob:hunter2@leeds", DOCKER_CONTEXT: "tcp://x:hunter2@y" });
  expect(problems).toHaveLength(2);
  expect(JSON.stringify(problems)).not.toContain("hunter2");
});

test("an engine that all sites have from above is named once, where it is written", () => {
  const engine = { ...remote, inherited: true };
  const sites = ["leeds", "york"].map((name) => sitePlan([containerPlan("captions")], { name, engine }));
  const problems = engineEnvironmentProblems(deploymentPlan({ layout: "sites", sites }), { DOCKER_CONTEXT: "other" });
  expect(problems.map(({ path, source }) => [path, source?.line])).toEqual([["engine", 5]]);
});

test("each site is named, at its engine or else at itself", () => {
  const source = { file: "speech.yaml", line: 9, column: 3 };
  const sites = [
    sitePlan([containerPlan("captions")], { name: "leeds", engine: remote, source }),
    sitePlan([containerPlan("captions")], { name: "york", engine: local, source }),
  ];
  const problems = engineEnvironmentProblems(deploymentPlan({ layout: "sites", sites }), { DOCKER_CONTEXT: "other" });
  expect(problems.map(({ path, source: place }) => [path, place?.line])).toEqual([
    ["sites.leeds.engine", 5],
    ["sites.york.engine", 9],
  ]);
});
