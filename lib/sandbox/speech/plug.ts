import type { Clock } from "./clock";
import type { SpeechContainer } from "./container";
import { speechHandlers, type SpeechFunctionName, type SpeechHandlers } from "./handlers";
import type { FindRoute } from "./outgoing";
import { readSettings } from "./settings";
import { voiceOfImage } from "./voice";

/** Simulated time that runs at a pace: so many simulated seconds in a real one. */
export function pacedClock(first: number): Clock & { setPace(pace: number): void } {
  let pace = first;
  let since = Date.now();
  let simulated = since;
  const now = (): number => simulated + (Date.now() - since) * pace;
  return {
    now,
    setPace(next) {
      simulated = now();
      since = Date.now();
      pace = next;
    },
  };
}

/** The speech of a container that has started, as its settings and its image say. */
export function speechOf(
  container: SpeechContainer,
  clock: Clock,
  log: (line: string) => void,
  route: FindRoute,
): SpeechHandlers {
  const { spec } = container;
  const settings = readSettings(spec.command, spec.env);
  const host = settings.get("cloudai:sentimentanalysissettings:textanalyticshost");
  const key = settings.get("cloudai:sentimentanalysissettings:sentimentanalysisapikey");
  const voice = voiceOfImage(spec.reference);
  return speechHandlers({
    function: spec.image.function as SpeechFunctionName,
    ...(voice !== undefined && { voice }),
    ...(host !== undefined && { textAnalytics: { host, route, ...(key !== undefined && { key }) } }),
    clock,
    log,
    refuse: () => {
      const { loading, servesQueries, apiStatus } = container.health();
      return loading || !servesQueries ? apiStatus : undefined;
    },
  });
}
