import { type Place, type Report, below } from "../report";
import { quoted } from "../words";

const MOST_TAGS = 50;
const LONGEST_VALUE = 256;
const NAME = /^[^<>%&\\?/]{1,512}$/;

/** Reports what Azure would not take as tags of its resources. */
export function judgeTags(tags: Readonly<Record<string, string>>, place: Place, report: Report): void {
  const entries = Object.entries(tags);
  if (entries.length > MOST_TAGS) {
    report.error(
      "SPC313",
      place,
      `${entries.length} tags are more than the ${MOST_TAGS} that Azure takes`,
      "delete some",
    );
  }
  for (const [name, value] of entries) {
    if (!NAME.test(name)) {
      const hint = "use 1 to 512 characters, none of < > % & \\ ? /";
      report.error("SPC313", below(place, name), `${quoted(name)} is not the name of an Azure tag`, hint);
    }
    if (value.length > LONGEST_VALUE) {
      const message = `the value has ${value.length} characters, Azure takes ${LONGEST_VALUE}`;
      report.error("SPC313", below(place, name), message, "shorten the value");
    }
  }
}
