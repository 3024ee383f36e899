import type { ProblemCode } from "../domain/problems";

/** What an error of Terraform or a provider means here. */
export interface Meaning {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly hint: string;
}

interface KnownError extends Meaning {
  /** Words of the real tools; recorded in `provider-cases` or met in `providers.md` where not noted. */
  readonly words: RegExp;
  /** What to do where it is the sandbox that says so. */
  readonly sandboxHint?: string;
}

const knownErrors: readonly KnownError[] = [
  {
    words: /port is already allocated|address already in use/,
    code: "SPC607",
    sentence: "a host port is already in use by something else",
    hint: "give the container another port, or stop what listens on this one; the next deploy replaces the container",
  },
  {
    words: /Error pinging Docker server|Cannot connect to the Docker daemon|unable to parse docker host/,
    code: "SPC608",
    sentence: "the engine of this site cannot be reached",
    hint: "start Docker there, and check the site's engine.host",
  },
  {
    words: /unauthorized: authentication required|denied: requested access to the resource is denied|no basic auth/,
    code: "SPC630",
    sentence: "the registry does not give the image to this user",
    hint: "write registry: { address, username }, and give the password in TF_VAR_speech_registry_password_<host>",
  },
  {
    words: /[Uu]nable to pull image|did not find docker image|manifest unknown/,
    code: "SPC609",
    sentence: "an image cannot be pulled",
    hint: "check the tag and the registry, and that the engine's host reaches it",
    sandboxHint:
      "check the tag; an image of a registry of your own is made known with: speech-containers sandbox image add <reference>",
  },
  {
    // Terraform's own words; the message behind them is ours (constructs/docker/translate.ts).
    words: /Resource precondition failed/,
    code: "SPC647",
    sentence: "a step before a container failed, so the container was not started",
    hint: "read the log that the words name (docker logs), mend it, then deploy again: the step runs again",
    sandboxHint: "speech-containers sandbox logs <the name above> tells why; mend it, then deploy again",
  },
  {
    words: /bind source path does not exist/,
    code: "SPC610",
    sentence: "a folder to mount does not exist on the engine's host",
    hint: "create the folder there, then deploy again",
  },
  {
    // Terraform's own words for the azurerm provider without a session.
    words: /az login|subscription ID could not be determined|`subscription_id` is a required|building account/i,
    code: "SPC611",
    sentence: "there is no Azure session",
    hint: "run az login and set ARM_SUBSCRIPTION_ID, or set the ARM_ variables of a service principal",
  },
  {
    words: /container name "[^"]*" is already in use|network with name \S+ already exists/i,
    code: "SPC618",
    sentence: "an object of this name is already on the engine, made by something else",
    hint: "look at it with docker ps -a or docker network ls, remove it there if it can go, then deploy again; or choose another name",
  },
  {
    words: /FlagMustBeSetForRestore|CustomDomainInUse|soft.?deleted|a resource with the ID .* already exists/is,
    code: "SPC612",
    sentence: "a name is already taken in Azure",
    hint: "purge the deleted account or choose another name; a group that exists is used with create: false",
    sandboxHint: "choose another name, or begin anew with: speech-containers sandbox down",
  },
  {
    words: /\) was not found/,
    code: "SPC616",
    sentence: "an account or a group that this stack reads does not exist",
    hint: "check the existing: of account and textAnalytics, and ARM_SUBSCRIPTION_ID; a stack <name>-account comes before its sites",
    sandboxHint: "the sandbox has only what was deployed into it: here, let the configuration create group and account",
  },
  {
    words: /Instance cannot be destroyed/,
    code: "SPC617",
    sentence: "what is to be destroyed is protected",
    hint: "if it really has to go, take protect: true out of the account, deploy, and try again",
  },
  {
    words: /No value for required variable/,
    code: "SPC619",
    sentence: "a variable of this stack has no value",
    hint: "set TF_VAR_<name> in the environment: keys of accounts given by their endpoints, passwords of registries and credentials of proxies come in this way",
  },
  {
    words: /Error acquiring the state lock/,
    code: "SPC613",
    sentence: "another run holds the lock of this state",
    hint: "wait until the other run has ended",
  },
  {
    words: /Plugin did not respond|Request cancelled/,
    code: "SPC614",
    sentence: "a provider crashed",
    hint: "run the command again: what was made is in the state; if it stays, report the words above",
  },
  {
    words: /Backend configuration changed|Backend initialization required/,
    code: "SPC615",
    sentence: "the backend of this stack is another one than before",
    hint: "move the state: terraform init -migrate-state in the folder of the stack, under cdktf.out/stacks",
  },
];

const anyError: Meaning = {
  code: "SPC606",
  sentence: "this is what it says",
  hint: "mend what it names, then run the command again: it goes on from there",
};

/** The first known error whose words appear, else what is true of any. */
export function meaningOf(words: string, { sandbox = false }: { readonly sandbox?: boolean } = {}): Meaning {
  const known = knownErrors.find((each) => each.words.test(words));
  if (known === undefined) return anyError;
  return sandbox && known.sandboxHint !== undefined ? { ...known, hint: known.sandboxHint } : known;
}
