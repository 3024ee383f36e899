import { Annotations, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";
import type { ContainerPlan, SitePlan } from "../../domain/plan";
import type { Problem } from "../../domain/problems";
import { hasErrors } from "../../domain/report";
import type { ContainerRequest, SiteRequest } from "../../domain/request";
import type { ISpeechAccount, ITextAnalyticsAccount } from "../account";
import { ConstructProblem, describeProblem } from "../construct-problem";
import type { Edition } from "../edition";
import type { Eula } from "../eula";
import { problemsOfEndpoint } from "../judge-account";
import { noLicenseAccount, noTextAnalytics, unknownAtSynth } from "../misuse";
import type { SpeechContainerOptions } from "./container-options";
import { settingsRequest } from "./container-settings";

/** What a container needs beside its own options, and all containers of one engine share. */
export interface SharedContainerProps {
  /** The account that the containers bill to. */
  readonly account: ISpeechAccount;

  /**
   * The Text Analytics account. Containers of the function `sentiment` and `Sentiment.CLOUD` need it (SPC330).
   *
   * @default - none
   */
  readonly textAnalytics?: ITextAnalyticsAccount;

  /**
   * The account of the tier DC0 that gives licences to disconnected containers. Custom speech to text needs it beside
   * `account`, which gives its model (SPC340).
   *
   * @default - `account`
   */
  readonly licenseAccount?: ISpeechAccount;

  /** Your acceptance of the licence terms. */
  readonly eula: Eula;

  /**
   * The edition of the catalogue.
   *
   * @default - the newest, with a warning (SPC104): an upgrade of this package may then change images
   */
  readonly edition?: Edition;

  /**
   * The host name under which clients reach the engine's ports.
   *
   * @default - the address of each container, and `localhost` for `127.0.0.1` and `0.0.0.0`
   */
  readonly advertise?: string;
}

export interface SiteToPlan {
  readonly props: SharedContainerProps;
  readonly request: SiteRequest;
  /** The start of the names of all engine objects. */
  readonly prefix: string;
  /** The prop that a path of the planner is about. */
  readonly propOf: (path: string) => string;
  /** Containers that are planned elsewhere and share the network. */
  readonly neighbours?: readonly ContainerPlan[];
  /** Problems of the props that no planner sees. */
  readonly misuses: readonly Problem[];
}

/** Asks the planner. Throws all problems at once; what is only a warning becomes an annotation of the construct. */
export function planOrThrow(
  scope: Construct,
  { props, request, prefix, propOf, neighbours, misuses }: SiteToPlan,
): SitePlan {
  const { account, textAnalytics, licenseAccount } = props;
  const ofProps = [
    ...problemsOfEndpoint(account.endpoint, "speech"),
    ...endpointProblemsIn("licenseAccount", licenseAccount),
    ...endpointProblemsIn("textAnalytics", textAnalytics),
    ...misuses,
  ];
  const { containers, ...site } = request;
  const unknown = [
    ...unknownValues(site, ""),
    ...containers.flatMap((container) => unknownValues(container, `containers.${container.name}`)),
  ];
  if (unknown.length > 0) {
    throw new ConstructProblem([...ofProps, ...inProps(unknown, propOf)], scope);
  }
  // The catalogue is loaded with the first construct: importing this package costs little more than CDKTF.
  const { planSite } = require("../../domain/planner/site") as typeof import("../../domain/planner/site");
  const {
    site: plan,
    needsTextAnalytics,
    problems,
  } = planSite(request, {
    deployment: stackId(scope),
    stackId: prefix,
    edition: props.edition?.name,
    eula: props.eula.word,
    neighbours,
    licenseAccount: licenseAccount !== undefined,
  });
  const needsTwo = plan?.containers.find(
    ({ licenseStep, modelId }) => licenseStep !== undefined && modelId !== undefined,
  );
  const judged = [
    ...ofProps,
    ...inProps(problems, propOf),
    ...(textAnalytics === undefined && needsTextAnalytics ? [noTextAnalytics()] : []),
    ...(licenseAccount === undefined && needsTwo !== undefined ? [noLicenseAccount(needsTwo.name)] : []),
  ];
  if (plan === undefined || hasErrors(judged)) {
    throw new ConstructProblem(
      judged.filter(({ level }) => level === "error"),
      scope,
    );
  }
  for (const warning of judged) {
    Annotations.of(scope).addWarning(describeProblem(warning));
  }
  return plan;
}

export function stackId(scope: Construct): string {
  return TerraformStack.of(scope).node.id;
}

export function containerRequest(name: string, options: SpeechContainerOptions): ContainerRequest {
  const {
    function: kind,
    size,
    modelsFolder,
    output,
    licenseFolder,
    secretsVia,
    settings,
    proxy,
    sentiment,
    ...same
  } = options;
  return {
    ...same,
    name,
    function: kind.name,
    size: size?._render(),
    sentiment: sentiment?._render(),
    mounts: { models: modelsFolder, output, license: licenseFolder },
    ...settingsRequest({ settings, proxy }),
    secretsVia: secretsVia?.name,
  };
}

/** Of an account beside `account`, whose endpoint is called so alone. */
function endpointProblemsIn(
  prop: "licenseAccount" | "textAnalytics",
  account: { readonly endpoint: string } | undefined,
): readonly Problem[] {
  return account === undefined
    ? []
    : problemsOfEndpoint(account.endpoint, prop).map((problem) => ({ ...problem, path: `${prop}.${problem.path}` }));
}

function inProps(problems: readonly Problem[], propOf: (path: string) => string): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    path: propOf(problem.path)
      .replace(/mounts\.models$/, "modelsFolder")
      .replace(/mounts\.output$/, "output")
      .replace(/mounts\.license$/, "licenseFolder"),
  }));
}

/** Tokens anywhere in a request: a number token would pass for a port, a string token for a name. */
function unknownValues(value: unknown, path: string): readonly Problem[] {
  if (Token.isUnresolved(value)) {
    return [unknownAtSynth(path)];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => unknownValues(child, path === "" ? key : `${path}.${key}`));
}
