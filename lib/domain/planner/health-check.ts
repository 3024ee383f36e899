import { parseDuration, renderDuration } from "../duration";
import type { HealthCheckPlan } from "../plan";
import { type Place, type Report, below } from "../report";
import type { HealthCheckRequest } from "../request";
import { quoted } from "../words";

/** Docker's own defaults, but for the start period: the containers load their models for 60 to 90 seconds. */
const DEFAULTS = { interval: "30s", timeout: "30s", startPeriod: "2m", retries: 3 };

/** A health check with canonical durations; undefined if a part of it is wrong. */
export function planHealthCheck(
  request: HealthCheckRequest,
  place: Place,
  report: Report,
): HealthCheckPlan | undefined {
  const { test, retries = DEFAULTS.retries } = request;
  const [kind] = test;
  const testIsGood = (kind === "CMD" || kind === "CMD-SHELL") && test.length > 1 && test.every((word) => word !== "");
  if (!testIsGood) {
    const hint = "write it as [CMD, curl, -f, http://localhost:5000/ready]";
    report.error("SPC240", below(place, "test"), "the test is not CMD or CMD-SHELL with words behind it", hint);
  }
  const retriesAreGood = Number.isSafeInteger(retries) && retries >= 1;
  if (!retriesAreGood) {
    const hint = "write a whole number from 1";
    report.error("SPC240", below(place, "retries"), `${quoted(retries)} is not a number of retries`, hint);
  }
  const duration = (key: "interval" | "timeout" | "startPeriod", least: number) => {
    const given = request[key] ?? DEFAULTS[key];
    const milliseconds = parseDuration(given);
    if (milliseconds === undefined || milliseconds < least) {
      const hint = "write it as 30s, 1m30s or 500ms";
      report.error("SPC240", below(place, key), `${quoted(given)} is not a duration`, hint);
      return undefined;
    }
    return renderDuration(milliseconds);
  };
  const [interval, timeout, startPeriod] = [
    duration("interval", 1),
    duration("timeout", 1),
    duration("startPeriod", 0),
  ];
  return testIsGood && retriesAreGood && interval !== undefined && timeout !== undefined && startPeriod !== undefined
    ? { test, interval, timeout, startPeriod, retries }
    : undefined;
}
