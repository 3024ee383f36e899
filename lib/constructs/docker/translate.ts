import type { ContainerConfig, ContainerLabels, ContainerMounts } from "@cdktf/provider-docker/lib/container";
import type { ImageConfig } from "@cdktf/provider-docker/lib/image";
import type { NetworkConfig } from "@cdktf/provider-docker/lib/network";
import { Fn, Token } from "cdktf";
import type { AccountRole } from "../../domain/account-kinds";
import { parseDuration } from "../../domain/duration";
import { type ImageReference, renderReference } from "../../domain/image";
import type { ContainerPlan, HealthCheckPlan, MountPlan, SettingPlan, StepPlan } from "../../domain/plan";
import type { SecretName } from "../../domain/catalogue/container-settings";
import type { ISpeechAccount, ITextAnalyticsAccount } from "../account";
import { ConstructProblem } from "../construct-problem";
import { literals } from "../literals";
import { missingSecret, noTextAnalytics } from "../misuse";
import type { SensitiveValue } from "../sensitive-value";

/**
 * The one place that knows the docker provider (kreuzwerker/docker 3.6.2): how a plan becomes provider arguments that
 * leave a second Terraform plan empty. Each choice below guards against a measured behaviour of that provider.
 */

/** What a container refers to: the image on the engine, its network, and the account that it bills to. */
export interface ContainerWiring {
  readonly imageId: string;
  /** The engine's own `bridge` when absent. */
  readonly networkName?: string;
  readonly account: ISpeechAccount;
  /** Needed where a setting refers to it. */
  readonly textAnalytics?: ITextAnalyticsAccount;
  /** By what they are for; those that the plan's settings name. */
  readonly secrets?: Secrets;
  /** Needed where a setting refers to it. */
  readonly licenseAccount?: ISpeechAccount;
}

/** The secrets of a container by what they are for. */
export type Secrets = Readonly<Partial<Record<SecretName, SensitiveValue | undefined>>>;

/** The scheduler's period in microseconds; `docker run --cpus` uses the same. */
const cpuPeriod = 100_000;

/** Seconds between the stop signal and the kill. Without it the provider kills at once. */
const destroyGraceSeconds = 30;

/** Seconds that a Speech container may take to load its model, beyond what its health check allows. */
const loadSeconds = 300;

/** The provider gives up on a create after 20 minutes, whatever is asked for. */
const longestWaitSeconds = 1200;

/** Speech images have up to ten gigabytes; the provider's own limit is 20 minutes. */
const pullTimeout = "60m";

export function translateNetwork(name: string): NetworkConfig {
  return { name };
}

/** The image stays on the engine when nothing uses it any more: removing it would fail while other stacks hold it. */
export function translateImage(image: ImageReference): ImageConfig {
  return { name: renderReference(image), keepLocally: true, timeouts: { create: pullTimeout } };
}

export function translateContainer(plan: ContainerPlan, wiring: ContainerWiring): ContainerConfig {
  const { size, port, healthCheck } = plan;
  return {
    name: plan.engineName,
    // The id, not the name: a tag that names another image replaces the container.
    image: wiring.imageId,
    command: render(plan.settings, "argument", wiring),
    env: render(plan.settings, "environment", wiring),
    // `cpus` crashes this provider.
    cpuPeriod,
    cpuQuota: Math.round(size.cores * cpuPeriod),
    // Memory without swap is planned again for ever. Equal values mean no swap.
    memory: size.memoryMiB,
    memorySwap: size.memoryMiB,
    networkMode: wiring.networkName,
    // A published port with an explicit address: a stopped container shows as drift, and IPv4 alone stays settled.
    ports: [{ internal: port.container, external: port.host, ip: port.address, protocol: "tcp" }],
    mounts: plan.mounts.length === 0 ? undefined : plan.mounts.map(translateMount),
    restart: "unless-stopped",
    // With true, a refresh deletes a stopped container during plan.
    mustRun: false,
    destroyGraceSeconds,
    logDriver: "json-file",
    logOpts: { "max-size": "10m", "max-file": "3" },
    ...(healthCheck === undefined ? {} : translateHealthCheck(healthCheck)),
    // The fingerprint among them forces replacement where the provider would only record a change.
    labels: translateLabels(plan.labels),
  };
}

/**
 * A container that runs once: the provider waits until it has ended, however it ends. It publishes no port and is not
 * restarted, so a later plan leaves it as it is. The id of the image is its own: another image runs it again.
 */
export function translateStep(step: StepPlan, wiring: ContainerWiring): ContainerConfig {
  return {
    name: step.engineName,
    image: wiring.imageId,
    command: [...(step.words ?? []), ...(render(step.settings, "argument", wiring) ?? [])],
    env: render(step.settings, "environment", wiring),
    networkMode: wiring.networkName,
    mounts: step.mounts.map(translateMount),
    restart: "no",
    // With true, the provider would remove it when it has ended.
    mustRun: false,
    attach: true,
    logDriver: "json-file",
    logOpts: { "max-size": "10m", "max-file": "3" },
    labels: translateLabels(step.labels),
  };
}

/** A step and its id in Terraform. */
interface TranslatedStep {
  readonly step: StepPlan;
  readonly stepId: string;
}

/**
 * What makes a container start after its steps, again after each run of one, and not at all after one that failed.
 * Steps are given by their ids in Terraform: a list of what triggers holds addresses, not expressions.
 */
export function translateAfter(
  { name }: ContainerPlan,
  steps: readonly TranslatedStep[],
): Pick<ContainerConfig, "lifecycle"> {
  if (steps.length === 0) {
    return {};
  }
  return {
    lifecycle: {
      replaceTriggeredBy: steps.map(({ stepId }) => `docker_container.${stepId}.id`),
      precondition: steps.map(({ step, stepId }) => ({
        // The provider does not look at it.
        condition: `\${docker_container.${stepId}.exit_code == 0}`,
        errorMessage:
          `The step that fetches ${step.fetches} of ${name} failed: the log of ${step.engineName} tells why. ` +
          "It runs again with the next deploy; plain Terraform needs docker rm of it before.",
      })),
    },
  };
}

/** `Key=value` in the plan's order; nothing at all where there is none: the provider refuses empty words. */
function render(
  settings: readonly SettingPlan[],
  via: SettingPlan["via"],
  wiring: ContainerWiring,
): string[] | undefined {
  const words = settings
    .filter((setting) => setting.via === via)
    .map(({ name, value }) => `${literals(name)}=${renderValue(value, wiring)}`);
  return words.length === 0 ? undefined : words;
}

function renderValue(value: SettingPlan["value"], wiring: ContainerWiring): string {
  if (value.kind === "literal") {
    return literals(value.text);
  }
  if (value.kind === "secret") {
    return secretOf(value.secret, wiring.secrets ?? {})._render();
  }
  const wired = accountOf(value.account, wiring);
  if (wired === undefined) {
    throw new ConstructProblem([noTextAnalytics()]);
  }
  return value.kind === "apiKey" ? wired.apiKey._render() : addressOf(wired.endpoint, value.path);
}

function accountOf(
  role: AccountRole = "speech",
  { account, textAnalytics, licenseAccount = account }: ContainerWiring,
): ISpeechAccount | ITextAnalyticsAccount | undefined {
  return { speech: account, textAnalytics, licenseAccount }[role];
}

/** Azure tells its endpoints with a slash behind them, people write them with and without. */
function addressOf(endpoint: string, path: string | undefined): string {
  if (path === undefined) {
    return endpoint;
  }
  const base = Token.isUnresolved(endpoint) ? Fn.trimsuffix(endpoint, "/") : endpoint.replace(/\/$/, "");
  return `${base}/${path}`;
}

function secretOf(name: SecretName, secrets: Secrets): SensitiveValue {
  const secret = secrets[name];
  if (secret === undefined) {
    throw missingSecret(name);
  }
  return secret;
}

/** Without `volume_options`: any such block fails on engines before Docker 26. */
function translateMount({ type, source, target, readOnly }: MountPlan): ContainerMounts {
  return { type, source: literals(source), target, readOnly };
}

/** Without a health check, waiting fails at once. */
function translateHealthCheck(
  check: HealthCheckPlan,
): Required<Pick<ContainerConfig, "healthcheck" | "wait" | "waitTimeout">> {
  const { test, interval, timeout, startPeriod, retries } = check;
  return {
    healthcheck: { test: [...literals(test)], interval, timeout, startPeriod, retries },
    wait: true,
    waitTimeout: waitSeconds(check),
  };
}

function waitSeconds(check: HealthCheckPlan): number {
  const oneTry = seconds(check.interval) + seconds(check.timeout);
  const untilUnhealthy = seconds(check.startPeriod) + oneTry * check.retries;
  return Math.min(longestWaitSeconds, Math.ceil(untilUnhealthy) + loadSeconds);
}

function seconds(duration: string): number {
  return (parseDuration(duration) ?? 0) / 1000;
}

function translateLabels(labels: Readonly<Record<string, string>>): ContainerLabels[] {
  return Object.entries(labels)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, value]) => ({ label: literals(label), value: literals(value) }));
}
