import type { ProblemDescription } from "./description";

/** SPC5xx: misuse of the constructs by code (raised by lib/constructs and stacks). */
export const constructProblems = {
  SPC501: {
    title: "key as a text",
    meaning: "A key that is written in code is in the synthesized files, the repository and every copy of both.",
    mend: "Use SpeechAccount, whose key is wired for you, or SpeechApiKey.fromVariable with a sensitive variable.",
  },
  SPC502: {
    title: "variable of a key not sensitive",
    meaning: "Terraform prints the values of variables that are not sensitive.",
    mend: "Declare the variable with `sensitive: true`.",
  },
  SPC503: {
    title: "key printed",
    meaning: "A key that is turned into a text ends up in outputs, names or logs.",
    mend: "Hand the account to the container; the key is wired for you.",
  },
  SPC504: {
    title: "value known to Terraform only",
    meaning:
      "A container is planned before Terraform runs: its name, port, size and image cannot come from a resource or a variable.",
    mend: "Write the value itself.",
  },
  SPC505: {
    title: "unknown container of a host",
    meaning: "The SpeechHost has no container of this name.",
    mend: "Use one of the names that the message lists.",
  },
  SPC506: {
    title: "reference across stacks",
    meaning: "A reference from one stack to another copies the value, keys included, into a second state.",
    mend: "Read the account by its name with SpeechAccount.fromExisting in the other stack.",
  },
  SPC507: {
    title: "companion elsewhere",
    meaning:
      "A container reaches its companion by name, which works on a network of their own, not on the engine's bridge, " +
      "and it starts after it, which needs both in one stack. A `SpeechHost` has a network of its own.",
    mend: "Give both containers of one stack the same `network`, or put them into one `SpeechHost`.",
  },
  SPC508: {
    title: "acknowledgement without a rule or a reason",
    meaning: "An acknowledgement names a rule of the plan checks, and says in words why it may be broken here.",
    mend: "Name a rule such as CTR-4, and write the reason.",
  },
  SPC509: {
    title: "secret missing",
    meaning: "A container was planned with a setting that takes a secret, such as the credentials of a proxy.",
    mend: "Give the secret as SensitiveValue.fromVariable with a sensitive variable.",
  },
} as const satisfies Record<string, ProblemDescription>;
