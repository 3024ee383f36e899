import { expectedUses } from "../catalogue/loads";
import type { FunctionEdition } from "../catalogue/types";
import { describeUses, planLoad, usesOf } from "../load";
import type { SizePlan } from "../plan";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest, ExpectRequest } from "../request";
import { describeSize } from "../sizing";
import { either, quoted } from "../words";

/** The size for what is expected; undefined if it cannot be planned from, or more than one container is needed. */
export function chooseExpectedSize(
  edition: FunctionEdition,
  { expect = {}, size, function: name }: ContainerRequest,
  place: Place,
  report: Report,
): SizePlan | undefined {
  const expectPlace = below(place, "expect");
  const uses = usesOf(edition);
  if (uses.length === 0) {
    report.error("SPC215", expectPlace, `nobody states what one ${name} container takes on`, "write size: instead");
    return undefined;
  }
  const wrong = expectedUses.filter((use) => expect[use] !== undefined && !uses.includes(use));
  for (const use of wrong) {
    report.error("SPC215", below(expectPlace, use), `${name} has no ${use}`, `write ${either(uses)}`);
  }
  if (size !== undefined) {
    report.error("SPC215", expectPlace, "expect does not go with size", "delete one of the two");
  }
  const use = onlyUse(expect);
  if (use === undefined) {
    const hint = `write one: ${either(uses)}; other uses get containers of their own`;
    report.error("SPC215", expectPlace, "expect holds one number", hint);
    return undefined;
  }
  const count = expect[use] ?? 0;
  if (!Number.isSafeInteger(count) || count < 1) {
    const hint = "write how many there are at the same time, from 1 on";
    report.error("SPC215", below(expectPlace, use), `${quoted(count)} is not a number of ${use}`, hint);
    return undefined;
  }
  const load = wrong.length > 0 ? undefined : planLoad(edition, use, count);
  if (load === undefined || size !== undefined) {
    return undefined;
  }
  const { containers, each } = load;
  if (containers > 1) {
    report.error(
      "SPC214",
      below(expectPlace, use),
      `${describeUses(use, count)} need ${containers} containers of ${describeSize(load.size)}: ` +
        `at most ${edition.loads?.[use]?.value.mostInOne} in one`,
      `declare ${containers}, each with a name of its own and expect: { ${use}: ${each} }, behind a load balancer`,
    );
    return undefined;
  }
  return load.size;
}

function onlyUse(expect: ExpectRequest) {
  const [use, ...others] = expectedUses.filter((one) => expect[one] !== undefined);
  return others.length > 0 ? undefined : use;
}
