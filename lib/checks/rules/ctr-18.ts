import { argumentOf, at, knownValue, textOf } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";
import { settingKey } from "../views/settings";

/** Drivers that write to the engine's disk and never stop by themselves. */
const GROWING = "json-file";

const TALKATIVE = /^(?:debug|trace)$/i;

/** Logs. */
export const ctr18: Rule = {
  id: "CTR-18",
  title: "logs are rotated and say no more than needed",
  level: "warning",
  why: "Logs without a limit fill the disk, and speech-to-text writes what was said into them.",
  fix: 'set log_opts = { "max-size" = "10m", "max-file" = "3" } and log level Information',
  source: "json-file driver of Docker; logs of speech-to-text hold recognized text",
  judge: (context) => context.containers.flatMap((container) => judgeContainer(context, container)),
};

function judgeContainer(context: RuleContext, container: ContainerView): readonly Outcome[] {
  return [judgeRotation(context, container), ...judgeLevel(context, container)];
}

function judgeRotation({ plan }: RuleContext, { resource }: ContainerView): Outcome {
  const driver = textOf(plan, resource, "log_driver");
  const options = argumentOf(plan, resource, "log_opts");
  if (driver.state === "unknown" || options.state === "unknown")
    return undecided(resource, "log options known after apply");
  const isGrowing = (knownValue(driver) ?? GROWING) === GROWING;
  return isGrowing && at(knownValue(options), "max-size") === undefined
    ? fail(resource, "log_opts has no max-size: the log grows until the disk is full", { part: "rotation" })
    : pass(resource);
}

/** `Logging:Console:LogLevel:Default` and its relatives. */
function judgeLevel({ profile }: RuleContext, { resource, settings }: ContainerView): readonly Outcome[] {
  const hidden = settings.complete ? [] : [undecided(resource, "log level known after apply")];
  const levels = settings.list
    .filter(({ name }) => /^logging:.*loglevel(?::|$)/.test(settingKey(name)))
    .map(({ name, value }) => {
      if (value.state === "unknown") return undecided(resource, `${name} known after apply`);
      const level = knownValue(value) ?? "";
      if (!TALKATIVE.test(level)) return pass(resource);
      return fail(resource, `${name} is "${level}", which writes what was said into the log`, {
        part: name,
        level: profile === "production" ? "warning" : "info",
      });
    });
  return [...levels, ...hidden];
}
