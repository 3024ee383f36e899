import type { ServerResponse } from "node:http";
import type { SpeechContainer } from "../container";
import { answerJson } from "./route";

const PATH = /^\/records\/usage-logs(?:\/(?:(\d{1,2})\/(\d{4})\/?)?)?$/;

/**
 * The usage report of a container that keeps records: of everything, or of a month (`/records/usage-logs/11/2026`).
 * False: the path is another one, or the container keeps none.
 */
export function answerUsage(container: SpeechContainer, path: string, response: ServerResponse): boolean {
  const [matched, month, year] = PATH.exec(path) ?? [];
  const quantity =
    matched === undefined
      ? undefined
      : container.queries(month === undefined ? undefined : `${year}-${month.padStart(2, "0")}`);
  if (quantity === undefined) return false;
  const { service } = container.spec.image;
  const meters = [{ name: `Sandbox.${service}.Queries`, quantity }];
  answerJson(response, 200, { apiType: "sandbox", serviceName: service, meters }, "apiType, serviceName, meters");
  return true;
}
