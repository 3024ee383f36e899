import { ANY_ADDRESS, LOOPBACK, isAddress, isLoopback } from "../ports";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { quoted } from "../words";

/** The address on which a port is published; undefined if it is none, or open without a guard (design decision D8). */
export function chooseAddress(request: ContainerRequest, place: Place, report: Report): string | undefined {
  const { address = LOOPBACK } = request;
  const guards = (["front", "exposed"] as const).filter((key) => request[key] !== undefined);
  const wordless = guards.filter((key) => request[key]?.trim() === "");
  for (const key of wordless) {
    const hint = key === "front" ? "name the proxy that guards the port" : "write why the port may be open";
    report.error("SPC207", below(place, key), `${key} has no words`, hint);
  }
  if (!isAddress(address)) {
    const hint = `write an IPv4 address: ${LOOPBACK}, ${ANY_ADDRESS} or one of the host`;
    report.error("SPC205", below(place, "address"), `${quoted(address)} is not an address`, hint);
    return undefined;
  }
  if (!isLoopback(address) && guards.length === 0) {
    const hint = `add front: "<proxy>" or exposed: "<reason>", or use ${LOOPBACK}`;
    report.error(
      "SPC206",
      below(place, "address"),
      `others can reach ${address}, and the container authenticates nobody`,
      hint,
    );
    return undefined;
  }
  return wordless.length === 0 ? address : undefined;
}
