import { type ContainerRequest, isLoopback } from "../../domain";
import type { FoundContainer, Other } from "./found";

/** Why an open port may be open: nobody else knows. */
export const AS_FOUND = "as in what was adopted";

/** The host port of what the container listens on, and a note on each that is not kept. */
export function portOf(
  { ports }: FoundContainer,
  inside: number | undefined,
  notCarried: Other[],
): Pick<ContainerRequest, "port" | "address" | "exposed"> {
  const [port, ...others] = ports.filter(({ container }) => inside === undefined || container === inside);
  const lost = [...others, ...ports.filter(({ container }) => inside !== undefined && container !== inside)];
  for (const { host, container } of lost) {
    const why = container === inside ? "a container has one host port" : `the container listens on ${inside} only`;
    notCarried.push({ what: `port ${host ?? ""}:${container}`, why });
  }
  if (port === undefined) {
    notCarried.push({ what: "no published port", why: "every container gets one, on loopback" });
    return {};
  }
  return {
    ...(port.host === undefined ? {} : { port: port.host }),
    ...(port.address === "127.0.0.1" ? {} : { address: port.address }),
    ...(isLoopback(port.address) ? {} : { exposed: AS_FOUND }),
  };
}
