import {
  COMPANION_FUNCTION,
  type ContainerPlan,
  type ImageReference,
  type SecretName,
  type SettingPlan,
  type SettingValue,
  type StepPlan,
  renderMemory,
  renderReference,
} from "../domain";
import { shellWord, wrapCommand } from "./shell";

/** What stands for the values that a plan does not hold, spelled as in Microsoft's documents. */
const PLACEHOLDERS = { endpoint: "{ENDPOINT_URI}", apiKey: "{API_KEY}" } as const;

/** The same of the Text Analytics account; the host is its endpoint with the path of the operation. */
const TEXT_PLACEHOLDERS = { endpoint: "{TEXT_ANALYTICS_ENDPOINT_URI}", apiKey: "{SENTIMENT_APIKEY}" } as const;
const TEXT_HOST = "{TEXT_ANALYTICS_HOST}";
const SECRETS: Readonly<Record<SecretName, string>> = {
  applicationInsightsKey: "{INSTRUMENTATION_KEY}",
  proxyCredentials: "{PROXY_USER}:{PROXY_PASSWORD}",
};

/** A `docker run` command as data. Nothing in it is secret: key and endpoint are placeholders. */
export interface DockerRun {
  /** Name and network by which containers find each other; absent where none has to. */
  readonly reached?: { readonly name: string; readonly network: string };
  readonly image: string;
  /** `address:hostPort:containerPort`. */
  readonly publish: string;
  readonly memory: string;
  readonly cpus: string;
  /** `source:target`, with `:ro` behind it when the container must not write. */
  readonly volumes: readonly string[];
  readonly environment: readonly string[];
  /** `Name=value` words behind the image, in the order of the documents. */
  readonly words: readonly string[];
  readonly healthCheck: readonly (readonly [option: string, value: string])[];
}

/** @param network of the site; without it, containers that find each other by name would not */
export function dockerRunOf(container: ContainerPlan, network?: string): DockerRun {
  const { engineName, image, port, size, mounts, settings } = container;
  return {
    ...(network !== undefined && findsOthers(container) ? { reached: { name: engineName, network } } : {}),
    image: renderReference(image),
    publish: `${port.address}:${port.host}:${port.container}`,
    memory: renderMemory(size.memoryMiB),
    cpus: String(size.cores),
    volumes: mounts.map(({ source, target, readOnly }) => `${source}:${target}${readOnly ? ":ro" : ""}`),
    environment: settings.filter(({ via }) => via === "environment").map(assignment),
    words: settings.filter(({ via }) => via === "argument").map(assignment),
    healthCheck: healthCheckOptions(container),
  };
}

/** Whether a container asks a companion, or is one. */
export function findsOthers({ function: name, sentiment }: ContainerPlan): boolean {
  return name === COMPANION_FUNCTION || sentiment?.from === "container";
}

/**
 * The `docker run` command that starts the same container by hand, in lines of at most `width` columns (default 80).
 * It runs in the background and comes back after a restart, as the deployed one does; the image stands on one line
 * however long it is, so that the command can be pasted.
 */
export function dockerRun(container: ContainerPlan, width = 80, network?: string): string {
  const { reached, image, publish, memory, cpus, volumes, environment, words, healthCheck } = dockerRunOf(
    container,
    network,
  );
  return wrapCommand(
    [
      ["docker", "run", "-d"],
      ...(reached === undefined
        ? []
        : [
            ["--name", reached.name],
            ["--network", reached.network],
          ]),
      ["--restart", "unless-stopped"],
      ["-p", publish],
      ["--memory", memory],
      ["--memory-swap", memory],
      ["--cpus", cpus],
      ...volumes.map((volume) => ["-v", volume]),
      ...healthCheck,
      ...environment.map((variable) => ["-e", variable]),
      [image],
      ...words.map((word) => [word]),
    ],
    width,
  );
}

/** The `docker run` commands that run once before the container starts: display models, then the licence. */
export function dockerRunsOfSteps({ image, displaySteps = [], licenseStep }: ContainerPlan, width = 80) {
  return {
    displayModels: displaySteps.map((step) => dockerRunOfStep(image, step, width)),
    license: licenseStep === undefined ? undefined : dockerRunOfStep(image, licenseStep, width),
  };
}

function dockerRunOfStep(image: ImageReference, { mounts, words = [], settings }: StepPlan, width: number): string {
  const wordsVia = (way: SettingPlan["via"]) => settings.filter(({ via }) => via === way).map(assignment);
  return wrapCommand(
    [
      ["docker", "run", "--rm"],
      ...mounts.map(({ source, target }) => ["-v", `${source}:${target}`]),
      ...wordsVia("environment").map((variable) => ["-e", variable]),
      [renderReference(image)],
      ...words.map((word) => [word]),
      ...wordsVia("argument").map((word) => [word]),
    ],
    width,
  );
}

function assignment({ name, value }: SettingPlan): string {
  return `${name}=${shownValue(value)}`;
}

/** The value of a setting as people see it: never a secret. */
export function shownValue(value: SettingValue): string {
  if (value.kind === "literal") {
    return value.text;
  }
  if (value.kind === "secret") {
    return SECRETS[value.secret];
  }
  if (value.account !== "textAnalytics") {
    return PLACEHOLDERS[value.kind];
  }
  return value.kind === "endpoint" && value.path !== undefined ? TEXT_HOST : TEXT_PLACEHOLDERS[value.kind];
}

function healthCheckOptions({ healthCheck }: ContainerPlan): DockerRun["healthCheck"] {
  if (healthCheck === undefined) {
    return [];
  }
  const [kind, ...command] = healthCheck.test;
  // docker run knows only the form that a shell reads.
  const line = kind === "CMD-SHELL" ? command.join(" ") : command.map(shellWord).join(" ");
  return [
    ["--health-cmd", line],
    ["--health-interval", healthCheck.interval],
    ["--health-timeout", healthCheck.timeout],
    ["--health-start-period", healthCheck.startPeriod],
    ["--health-retries", String(healthCheck.retries)],
  ];
}
