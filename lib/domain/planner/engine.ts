import { LOCAL_ENGINE, isHostName, parseEngineHost } from "../engine-host";
import { parseMemory } from "../memory";
import type { EnginePlan } from "../plan";
import { type Place, type Report, below } from "../report";
import type { EngineRequest } from "../request";
import { holdsExpression, quoted } from "../words";
import { isCores } from "./size";

/** A site's engine as far as it could be judged. */
export interface JudgedEngine {
  readonly place: Place;
  /** Sites with the same key share ports, names and capacity. */
  readonly key: string;
  readonly plan: EnginePlan;
  /** Whether clients are told a configured name. */
  readonly advertiseIsSet: boolean;
  /** The machine of an ssh or tcp engine. */
  readonly hostName?: string;
  readonly cores?: number;
  readonly memoryMiB?: number;
}

const TLS_HINT = "add tls: { certPath: <folder with ca.pem, cert.pem, key.pem> }, or use ssh://";

export function judgeEngine(request: EngineRequest | undefined, place: Place, report: Report): JudgedEngine {
  const { host, tls, advertise } = request ?? {};
  const parsed = host === undefined ? undefined : parseEngineHost(host);
  if (host !== undefined && holdsExpression(host)) {
    const message = `${quoted(host)} holds an expression, which nothing fills in`;
    report.error("SPC401", below(place, "host"), message, "write the address itself");
  } else if (host !== undefined && parsed === undefined) {
    const hint = "write unix:///path, npipe:////./pipe/name, ssh://user@host or tcp://host:port";
    report.error("SPC401", below(place, "host"), `${quoted(host)} is not an engine host`, hint);
  }
  if (parsed?.scheme === "tcp" && tls === undefined) {
    report.error("SPC402", below(place, "host"), `${quoted(host ?? "")} is reached without TLS`, TLS_HINT);
  }
  if (tls !== undefined && (host === undefined || (parsed !== undefined && parsed.scheme !== "tcp"))) {
    const message = host === undefined ? "tls is given, but no host" : `tls is not used with ${quoted(host)}`;
    report.error("SPC403", below(place, "tls"), message, "add host: tcp://host:port, or delete tls");
  }
  if (tls !== undefined && tls.certPath.trim() === "") {
    const hint = "write the folder that holds ca.pem, cert.pem and key.pem";
    report.error("SPC404", below(below(place, "tls"), "certPath"), "certPath is empty", hint);
  }
  if (advertise !== undefined && !isHostName(advertise)) {
    const hint = "write a host name or an IPv4 address, without scheme and port";
    report.error("SPC405", below(place, "advertise"), `${quoted(advertise)} is not a host name`, hint);
  }
  const hostName = parsed?.hostName;
  return {
    place,
    key: parsed?.key ?? host ?? LOCAL_ENGINE,
    plan: {
      ...(host === undefined ? {} : { host }),
      ...(tls === undefined ? {} : { certPath: tls.certPath }),
      advertise: advertise ?? hostName ?? "localhost",
      ...(request?.inherited === true ? { inherited: true } : {}),
      ...(request?.source === undefined ? {} : { source: request.source }),
    },
    advertiseIsSet: advertise !== undefined,
    ...(hostName === undefined ? {} : { hostName }),
    ...judgeCapacity(request ?? {}, place, report),
  };
}

function judgeCapacity(
  { cores, memory }: EngineRequest,
  place: Place,
  report: Report,
): { readonly cores?: number; readonly memoryMiB?: number } {
  const memoryMiB = memory === undefined ? undefined : parseMemory(memory);
  if (cores !== undefined && !isCores(cores)) {
    const hint = "write a positive number, or leave the line out";
    report.error("SPC406", below(place, "cores"), `${quoted(cores)} is not a number of cores`, hint);
  }
  if (memory !== undefined && memoryMiB === undefined) {
    const hint = "write a number and m or g, such as 64g, or leave the line out";
    report.error("SPC406", below(place, "memory"), `${quoted(memory)} is not a memory size`, hint);
  }
  return {
    ...(cores !== undefined && isCores(cores) ? { cores } : {}),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
  };
}
