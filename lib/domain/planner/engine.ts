import { LOCAL_ENGINE, isHostName, parseEngineHost } from "../engine-host";
import { parseMemory } from "../memory";
import type { EnginePlan, ReservedPlan } from "../plan";
import { isPort } from "../ports";
import { type Place, type Report, below } from "../report";
import type { EngineRequest, ReservedRequest } from "../request";
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
  readonly reserved: ReservedPlan;
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
  judgeProcessor(request ?? {}, place, report);
  const reserved = judgeReserved(request?.reserved ?? {}, below(place, "reserved"), report);
  const capacity = judgeCapacity(request ?? {}, place, report);
  return {
    place,
    key: parsed?.key ?? host ?? LOCAL_ENGINE,
    plan: {
      ...(host === undefined ? {} : { host }),
      ...(tls === undefined ? {} : { certPath: tls.certPath }),
      advertise: advertise ?? hostName ?? "localhost",
      ...capacity,
      ...(request?.avx2 === undefined ? {} : { avx2: request.avx2 }),
      ...(request?.reserved === undefined ? {} : { reserved }),
      ...(request?.inherited === true ? { inherited: true } : {}),
      ...(request?.source === undefined ? {} : { source: request.source }),
    },
    advertiseIsSet: advertise !== undefined,
    ...(hostName === undefined ? {} : { hostName }),
    ...capacity,
    reserved,
  };
}

/** Without AVX2 no container starts; whether the words are right is not seen from here. */
function judgeProcessor({ avx2 }: EngineRequest, place: Place, report: Report): void {
  if (avx2 === false) {
    const hint = "use an engine whose processor has it, or a virtual machine that is shown the host's processor";
    report.warning("SPC412", below(place, "avx2"), "without AVX2 no Speech container starts", hint);
  }
}

function judgeReserved({ ports = [], cores = 0, memory }: ReservedRequest, place: Place, report: Report): ReservedPlan {
  const wrong = ports.filter((port) => !isPort(port));
  for (const port of wrong) {
    report.error(
      "SPC203",
      below(place, "ports"),
      `${quoted(port)} is not a port`,
      "write whole numbers from 1 to 65535",
    );
  }
  const memoryMiB = memory === undefined ? 0 : parseMemory(memory);
  if (cores !== 0 && !isCores(cores)) {
    const hint = "write a positive number, or leave the line out";
    report.error("SPC406", below(place, "cores"), `${quoted(cores)} is not a number of cores`, hint);
  }
  if (memory !== undefined && memoryMiB === undefined) {
    const hint = "write a number and m or g, such as 8g, or leave the line out";
    report.error("SPC406", below(place, "memory"), `${quoted(memory)} is not a memory size`, hint);
  }
  return { ports: ports.filter(isPort), cores: isCores(cores) ? cores : 0, memoryMiB: memoryMiB ?? 0 };
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
