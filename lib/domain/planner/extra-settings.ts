import { reservedFor } from "../catalogue/reserved-settings";
import { type Place, type Report, below } from "../report";
import { holdsSecret, isKeyName } from "../secrets";
import { canonicalSettingName } from "../setting-names";
import type { ExtraSetting } from "../settings";
import { compareText } from "../order";
import { quoted } from "../words";

const NAME = /^[A-Za-z_][\w.-]*(?:(?::|__)[\w.-]+)*$/;
const SECRET_ENDING = /(?:key|password|passwd|secret|token|credentials?|creds|connectionstring)$/i;
const CONTROL = /[\0-\x1f\x7f]/;

/** Settings without a key of their own, in the order of their names. Reserved ones and secrets are refused. */
export function judgeExtraSettings(
  given: Readonly<Record<string, string | number | boolean>> | undefined,
  place: Place,
  report: Report,
): readonly ExtraSetting[] {
  const seen = new Map<string, string>();
  return Object.entries(given ?? {})
    .map(([name, value]) => ({ name, text: String(value) }))
    .filter((setting) => judgeOne(setting, seen, below(place, setting.name), report))
    .sort((left, right) => compareText(left.name, right.name));
}

function judgeOne({ name, text }: ExtraSetting, seen: Map<string, string>, place: Place, report: Report): boolean {
  const canonical = canonicalSettingName(name);
  const twin = seen.get(canonical);
  seen.set(canonical, name);
  const reserved = reservedFor(canonical);
  if (!NAME.test(name)) {
    report.error(
      "SPC286",
      place,
      `${quoted(name)} is not the name of a setting`,
      "write a name such as Logging:Console:LogLevel:Microsoft",
    );
  } else if (reserved !== undefined) {
    report.error("SPC285", place, `${name} ${reserved.reason}`, reserved.instead);
  } else if (isSecret(name, text)) {
    report.error(
      "SPC310",
      place,
      "secrets are never written here",
      "delete this line; a setting without a key of its own cannot take one",
    );
  } else if (twin !== undefined) {
    report.error(
      "SPC286",
      place,
      `${name} and ${twin} are one setting, in whatever case they are written`,
      "delete one of the two",
    );
  } else if (text === "" || CONTROL.test(text)) {
    report.error("SPC286", place, `${name} has no value on one line`, "write a value, or delete this line");
  } else {
    return true;
  }
  return false;
}

function isSecret(name: string, text: string): boolean {
  const [last = ""] = name.split(/:|__/).slice(-1);
  return SECRET_ENDING.test(last) || isKeyName(last) || holdsSecret(text) || holdsSecret(name);
}
