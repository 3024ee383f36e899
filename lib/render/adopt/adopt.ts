import { parse, stringify } from "yaml";
import {
  type ContainerRequest,
  type DeploymentRequest,
  LOCAL_SITE,
  NEWEST_EDITION,
  type Problem,
  functionOfRepository,
  holdsSecret,
  planDeployment,
} from "../../domain";
import { outputVolume } from "../../domain/mounts";
import { suggestName } from "../../domain/names";
import { type Accounts, accountsOf, secretNotes } from "./accounts";
import { readCompose } from "./compose";
import { readDockerRuns } from "./docker-run-line";
import { type Draft, draftContainer } from "./draft";
import type { FoundContainer, NotCarried } from "./found";
import { readReference } from "./image-reference";
import { readInspected } from "./inspect";

/** A configuration that means what was found. */
export interface Adoption {
  /** The text of a `speech.yaml`. */
  readonly text: string;
  /** The same as the planner takes it. */
  readonly request: DeploymentRequest;
  /** What is wrong with what was found, and what the planner says of the configuration. */
  readonly problems: readonly Problem[];
  readonly notCarried: readonly NotCarried[];
}

export type FoundForm = "docker run" | "compose" | "inspect";

/** The containers of a `docker run` script, a Compose file or the output of `docker inspect`; empty for anything else. */
export function readFound(text: string): { readonly form?: FoundForm; readonly containers: readonly FoundContainer[] } {
  const commands = readDockerRuns(text);
  if (commands.length > 0) return { form: "docker run", containers: commands };
  const document = parsed(text);
  if (Array.isArray(document)) return { form: "inspect", containers: readInspected(document) };
  const containers = readCompose(document);
  return containers.length > 0 ? { form: "compose", containers } : { containers: [] };
}

/** JSON is YAML as well. */
function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: "silent" });
  } catch {
    return undefined;
  }
}

/** @param name of the deployment; default: what the names of volumes say, else `adopted` */
export function adopt(found: readonly FoundContainer[], name?: string): Adoption {
  const containers = found.filter((container) => whyLeftOut(container) === undefined);
  const deployment = name ?? deploymentOf(containers);
  const edition = editionOf(containers);
  const names = namesOf(containers, deployment);
  const companions = companionsOf(containers, names);
  const drafts = containers.map((container, index) =>
    draftContainer(names[index] ?? "", container, { deployment, edition, companions }),
  );
  const accounts = accountsOf(drafts);
  const eula = drafts.every(({ settings }) => settings.eula?.toLowerCase() === "accept") ? "accept" : undefined;
  const request: DeploymentRequest = {
    name: deployment,
    edition,
    ...(eula === undefined ? {} : { eula }),
    account: { kind: "endpoint", endpoint: accounts.speech },
    ...(accounts.text === undefined ? {} : { textAnalytics: { kind: "endpoint", endpoint: accounts.text } }),
    layout: "containers",
    sites: [{ name: LOCAL_SITE, containers: drafts.map((draft) => draft.request) }],
  };
  return {
    text: textOf(request, accounts),
    request,
    problems: [
      ...drafts.flatMap(({ problems }) => problems),
      ...drafts.flatMap(wrongEula),
      ...planDeployment(request).problems,
    ],
    notCarried: [
      ...found.flatMap(leftOut),
      ...drafts.flatMap(({ request: container, notCarried }) =>
        notCarried.map((one) => ({ container: container.name, ...one })),
      ),
      ...accounts.notes,
      ...secretNotes(drafts),
    ],
  };
}

/** Why a container has no place in a configuration of Speech containers. */
function whyLeftOut({ image }: FoundContainer): string | undefined {
  const { digest: _digest, ...reference } = readReference(image);
  if (Object.values(reference).some(holdsSecret)) return "its image has something in it that looks like a key";
  return functionOfRepository(reference.repository.toLowerCase()) === undefined
    ? "its image is none of the Speech containers"
    : undefined;
}

function leftOut(container: FoundContainer): readonly NotCarried[] {
  const why = whyLeftOut(container);
  const { name = "container" } = container;
  return why === undefined ? [] : [{ container: holdsSecret(name) ? "container" : name, what: "the container", why }];
}

function wrongEula({ request, settings: { eula } }: Draft): readonly Problem[] {
  if (eula === undefined || eula === "accept" || eula.toLowerCase() !== "accept") return [];
  return [
    {
      code: "SPC116",
      level: "warning",
      path: `containers.${request.name}`,
      message: "Eula is not written as accept, and a container with it does not start",
      hint: "the configuration says accept",
    },
  ];
}

/** The names of volumes start with the deployment's. */
function deploymentOf(containers: readonly FoundContainer[]): string {
  const sources = containers.flatMap(({ mounts }) => mounts.map(({ source }) => source));
  const [, name] = sources.map((source) => /^([a-z][a-z0-9-]*)-model-[0-9a-f-]{36}$/.exec(source)).find(Boolean) ?? [];
  return name ?? "adopted";
}

/** The old edition where every image is one of its; the newest has the others. */
function editionOf(containers: readonly FoundContainer[]): string {
  const editions = containers.map(
    ({ image }) => functionOfRepository(readReference(image).repository.toLowerCase())?.edition,
  );
  return editions.length > 0 && editions.every((edition) => edition === "2020-05") ? "2020-05" : NEWEST_EDITION;
}

/** The container's own name, else that of its volume, else its function's, each once. */
function namesOf(containers: readonly FoundContainer[], deployment: string): readonly string[] {
  const used = new Set<string>();
  const ofVolumes = outputVolume(deployment, `${deployment}-`);
  return containers.map(({ name: named, image, mounts }) => {
    const volume = mounts.map(({ source }) => source).find((source) => source.startsWith(ofVolumes));
    const name = named ?? (volume && `${deployment}-${volume.slice(ofVolumes.length)}`);
    const given = name === undefined || holdsSecret(name) ? undefined : name;
    const own = given?.startsWith(`${deployment}-`) ? given.slice(deployment.length + 1) : given;
    const base =
      suggestName(own ?? functionOfRepository(readReference(image).repository.toLowerCase())?.function ?? "") ??
      "container";
    const names = [base, ...containers.map((_, index) => `${base}-${index + 2}`)];
    const free = names.find((one) => !used.has(one)) ?? base;
    used.add(free);
    return free;
  });
}

/** Sentiment containers by every name under which others reach them. */
function companionsOf(containers: readonly FoundContainer[], names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    containers.flatMap(({ name, aliases = [], image }, index) =>
      functionOfRepository(readReference(image).repository.toLowerCase())?.function === "sentiment"
        ? [...aliases, ...(name === undefined ? [] : [name])].map(
            (alias) => [alias.toLowerCase(), names[index] ?? ""] as const,
          )
        : [],
    ),
  );
}

/** Only those who accepted the licence before have it accepted. */
function textOf({ name, edition, eula, sites }: DeploymentRequest, { speech, text }: Accounts): string {
  const containers = (sites[0]?.containers ?? []).map((container) => [container.name, keysOf(container)] as const);
  return [
    stringify({ name }),
    `edition: ${JSON.stringify(edition)}\n`,
    ...(eula === undefined ? [] : [stringify({ eula })]),
    stringify(
      {
        account: { endpoint: speech },
        ...(text === undefined ? {} : { textAnalytics: { endpoint: text } }),
        containers: Object.fromEntries(containers),
      },
      { lineWidth: 0 },
    ),
  ].join("");
}

/** In the order in which the documents write them. */
const KEY_ORDER: readonly string[] = [
  "function",
  "locale",
  "voice",
  "language",
  "modelId",
  "version",
  "tag",
  "digest",
  "registry",
  "port",
  "address",
  "exposed",
  "size",
  "expect",
  "mounts",
  "sentiment",
  "settings",
  "extraSettings",
  "proxy",
];

function keysOf({ name: _name, ...keys }: ContainerRequest): object {
  const rank = (key: string): number => (KEY_ORDER.includes(key) ? KEY_ORDER.indexOf(key) : KEY_ORDER.length);
  return Object.fromEntries(Object.entries(keys).toSorted(([left], [right]) => rank(left) - rank(right)));
}
