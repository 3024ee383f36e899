import type { ProblemDescription } from "./description";

/** SPC3xx: account, EULA, secrets, backend (raised by the planner). */
export const accountProblems = {
  SPC301: {
    title: "EULA not accepted",
    meaning: "The containers start only with the licence accepted, and nobody can accept it for you.",
    mend: "Read the licence terms of the containers, then write `eula: accept`.",
  },
  SPC302: {
    title: "unknown profile",
    meaning: "The profile sets how strictly a deployment is judged.",
    mend: "Use `trial` (the default) or `production`.",
  },
  SPC303: {
    title: "not an account name",
    meaning: "Account names have 2 to 64 letters, digits, hyphens, dots and underscores, a letter or digit first.",
    mend: "Use another name.",
  },
  SPC304: {
    title: "not a resource group name",
    meaning:
      "Resource group names have 1 to 90 letters, digits, hyphens, underscores, dots and round brackets, " +
      "and do not end in a dot.",
    mend: "Use another name.",
  },
  SPC305: {
    title: "not a location",
    meaning: "An Azure location is one word such as westeurope, or its display name such as West Europe.",
    mend: "Write a location: `az account list-locations -o table` lists them.",
  },
  SPC306: {
    title: "unknown sku",
    meaning:
      "A Speech account for connected containers has the pricing tier F0 (free) or S0 (standard), a Text Analytics " +
      "account F0 or S.",
    mend: "Use a tier that the hint names.",
  },
  SPC307: {
    title: "not a custom subdomain",
    meaning: "A custom subdomain has 2 to 64 letters, digits and hyphens and starts and ends with no hyphen.",
    mend: "Use another name. It is unique in all of Azure and cannot be changed later.",
  },
  SPC308: {
    title: "network rules need a custom subdomain",
    meaning: "Azure takes network rules and private endpoints only for an account with a custom subdomain.",
    mend: "Add `customSubdomain:`, or delete the network rules.",
  },
  SPC309: {
    title: "not a billing endpoint",
    meaning:
      "The endpoint is the https address that the account's overview page shows, not the one that issues tokens, nor " +
      "that of an operation of Text Analytics. " +
      "It is written as it is: expressions such as ${…} are not filled in.",
    mend: "Copy the endpoint of the account, without /sts/… or /text/… behind it.",
  },
  SPC310: {
    title: "key in the clear",
    meaning: "Keys are never written in a configuration: it is read, copied and committed.",
    mend: "Delete the line: the account's key is wired for you. If it was committed, regenerate the key.",
  },
  SPC311: {
    title: "unknown key slot",
    meaning: "An account has two keys.",
    mend: "Use `primary` (the default) or `secondary`.",
  },
  SPC312: {
    title: "not an address range",
    meaning: "The addresses that may reach the account are IPv4 addresses or ranges such as 203.0.113.0/24.",
    mend: "Mend the address.",
  },
  SPC313: {
    title: "not an Azure tag",
    meaning:
      "Azure takes at most 50 tags, names of 1 to 512 characters without < > % & \\ ? /, " +
      "and values of at most 256 characters.",
    mend: "Mend the tag.",
  },
  SPC320: {
    title: "unknown backend",
    meaning: "Terraform has no backend of this type.",
    mend: "Use one of the types that the message lists.",
  },
  SPC321: {
    title: "credential in the backend",
    meaning: "What is written in a backend block ends up in generated files and in the .terraform folder.",
    mend: "Delete the line and give the credential in the environment, as the backend's documentation says.",
  },
  SPC322: {
    title: "local state in production",
    meaning: "Local state holds the account's key in the clear on one machine, and no team can share it.",
    mend: "Add `backend:` with an encrypted remote backend.",
  },
  SPC323: {
    title: "free tier in production",
    meaning: "An F0 account has a small quota; when it is used up, the containers refuse to work.",
    mend: "Use the standard tier: `sku: S0`, and `sku: S` for Text Analytics.",
  },
  SPC330: {
    title: "no Text Analytics account",
    meaning:
      "Sentiment containers, and sentiment from the cloud, bill to a Text Analytics account: the Speech account's key " +
      "is of another kind and refused.",
    mend: "Add the `textAnalytics:` that the hint shows: an account that is made, one that exists, or an endpoint.",
  },
  SPC331: {
    title: "Text Analytics account without use",
    meaning: "No container has `function: sentiment` or `sentiment: cloud`, so nothing is billed to the account.",
    mend: "Add sentiment to a container, or delete `textAnalytics:`.",
  },
  SPC332: {
    title: "one account for speech and text",
    meaning:
      "`account:` and `textAnalytics:` name the same account, or take the same custom subdomain, which Azure gives to one " +
      "account only. An account has one kind, and keys of its own.",
    mend: "Name another account for one of the two.",
  },
  SPC340: {
    title: "no account that gives licences",
    meaning:
      "A licence comes from an account of the tier DC0 (commitment tier, disconnected containers), which Microsoft " +
      "approves. Custom speech to text needs a second account, since DC0 gives no models.",
    mend: "Add `licenseAccount:`; if no container is connected and none is custom, `sku: DC0` at `account:` will do.",
  },
  SPC341: {
    title: "account that only gives licences",
    meaning: "An account of the tier DC0 gives licences. It serves no connected container and gives no custom model.",
    mend: "Use `sku: S0` at `account:`, and write the DC0 account as `licenseAccount:`.",
  },
  SPC342: {
    title: "licence account without use",
    meaning: "There is an account for licences, but no container of the configuration is disconnected.",
    mend: "Delete `licenseAccount:`, or add `disconnected: true` to the containers that it is for.",
  },
} as const satisfies Record<string, ProblemDescription>;
