import type { TerraformVariable } from "cdktf";
import type { IConstruct } from "constructs";
import type { Problem } from "../domain/problems";
import { ConstructProblem } from "./construct-problem";

/** SPC5xx: one factory for each misuse of the constructs by code. */

export function apiKeyLiteral(): ConstructProblem {
  return misuse({
    code: "SPC501",
    path: "apiKey",
    message: "the key is a text, allowed is a reference to an attribute or to a sensitive variable",
    hint: "use SpeechAccount, whose key is wired for you, or SpeechApiKey.fromVariable",
  });
}

export function variableNotSensitive(variable: TerraformVariable): ConstructProblem {
  return misuse(
    {
      code: "SPC502",
      path: "sensitive",
      message: "the variable of a secret is not sensitive, so Terraform would print its value",
      hint: "declare it with `sensitive: true`",
    },
    variable,
  );
}

export function apiKeyPrinted(): ConstructProblem {
  return misuse({
    code: "SPC503",
    path: "apiKey",
    message: "the key is used as a text, which would put it into outputs or logs",
    hint: "hand the account to the container; the key is wired for you",
  });
}

export function secretPrinted(): ConstructProblem {
  return misuse({
    code: "SPC503",
    path: "secret",
    message: "a secret is used as a text, which would put it into outputs or logs",
    hint: "hand it to the container, which is given the reference to the variable",
  });
}

export function missingSecret(name: string): ConstructProblem {
  return misuse({
    code: "SPC509",
    path: name,
    message: "the plan of the container has a setting for this secret, and nothing gives it",
    hint: "hand in SensitiveValue.fromVariable with a sensitive variable",
  });
}

export function unknownAtSynth(path: string): Problem {
  return {
    code: "SPC504",
    level: "error",
    path,
    message: "the value is known to Terraform only, and a container is planned before Terraform runs",
    hint: "write the value itself",
  };
}

export function unknownContainer(name: string, known: readonly string[], scope: IConstruct): ConstructProblem {
  return misuse(
    {
      code: "SPC505",
      path: "container",
      message: `"${name}" is not a container of this host, which has ${known.join(", ")}`,
      hint: "use one of these names",
    },
    scope,
  );
}

export function crossStackReference(scope: IConstruct): ConstructProblem {
  return misuse(
    {
      code: "SPC506",
      path: "backend",
      message: "another stack refers to a value of this one, which would copy the value into a second state",
      hint: "read the account by its name with SpeechAccount.fromExisting in the other stack",
    },
    scope,
  );
}

export function noTextAnalytics(): Problem {
  return {
    code: "SPC330",
    level: "error",
    path: "textAnalytics",
    message: "sentiment bills to a Text Analytics account, and none is given",
    hint: "give one: new TextAnalyticsAccount(…), or TextAnalyticsAccount.fromExisting(…)",
  };
}

export function noLicenseAccount(name: string): Problem {
  return {
    code: "SPC340",
    level: "error",
    path: "licenseAccount",
    message: `${name} needs two accounts: one for its model, one of the tier DC0 for its licence`,
    hint: "give one: new SpeechAccount(…) with SpeechSku.DC0, or SpeechAccount.fromExisting(…)",
  };
}

export function companionElsewhere(name: string): Problem {
  return {
    code: "SPC507",
    level: "error",
    path: "network",
    message: `the companion "${name}" is reached by its name, which only a network that both have joined knows`,
    hint: "give both the same `network`, or put them into one SpeechHost",
  };
}

export function companionOfOtherStack(name: string): Problem {
  return {
    code: "SPC507",
    level: "error",
    path: "sentiment",
    message: `the companion "${name}" is of another stack, and Terraform starts it first only in this one`,
    hint: "make both in one stack",
  };
}

export function companionBesideHost(name: string, container: string): Problem {
  return {
    code: "SPC507",
    level: "error",
    path: `containers.${container}.sentiment`,
    message: `the companion "${name}" is a construct of its own, and only containers of this host join its network`,
    hint: "make the companion in `containers`, and name it: Sentiment.fromContainer(name)",
  };
}

export function emptyAcknowledgement(scope: IConstruct, rule: string, nearest: string | undefined): ConstructProblem {
  const isUnknown = nearest !== undefined;
  return misuse(
    {
      code: "SPC508",
      path: isUnknown ? "rule" : "reason",
      message: isUnknown ? `"${rule}" is no rule of the plan checks` : `the reason why ${rule} may be broken is empty`,
      hint: isUnknown ? `write a rule such as ${nearest}` : "say it in words: they stand in every report",
    },
    scope,
  );
}

function misuse(problem: Omit<Problem, "level">, scope?: IConstruct): ConstructProblem {
  return new ConstructProblem([{ ...problem, level: "error" }], scope);
}
