import { type ContainerSetting, containerSettings } from "../../domain/catalogue/container-settings";
import type { SpeechSettings } from "./settings";

/**
 * Why a container does not start because of settings that it does not need, one log line each. That log files need an
 * output mount is documented (containers.md 3); that values which nothing can make sense of stop the start as well is
 * how ASP.NET Core binds its settings, not verified for Speech, and the words are the sandbox's own.
 */
export function reasonsOfSettings(settings: SpeechSettings, outputFolder: string | undefined): readonly string[] {
  const reasons = containerSettings.flatMap(({ value: setting }) => {
    const given = settings.get(setting.name.toLowerCase());
    return given === undefined || fits(given, setting)
      ? []
      : [`Configuration value '${given}' of ${setting.name} is not supported.`];
  });
  const logsToDisk = settings.has("logging:disk:format");
  return logsToDisk && outputFolder === undefined
    ? [...reasons, "Logging:Disk needs an output mount: nothing is mounted where Mounts:Output says."]
    : reasons;
}

/** ASP.NET Core takes words and truth in any case. */
function fits(given: string, { value }: ContainerSetting): boolean {
  switch (value.kind) {
    case "words":
      return value.words.some((word) => word.toLowerCase() === given.toLowerCase());
    case "integer":
    case "duration":
      return /^-?\d+$/.test(given);
    case "boolean":
      return /^(?:true|false)$/i.test(given);
    case "host":
    case "secret":
      return given !== "";
  }
}
