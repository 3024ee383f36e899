import type { RequestListener } from "node:http";
import type { SpeechContainer } from "../container";
import type { SpeechHandlers } from "../handlers";
import type { SpeechImage } from "../images";
import { homeRoutes } from "./home";
import { readyRoutes } from "./ready";
import { answer, type RouteTable } from "./route";
import { statusRoutes } from "./status";
import { swaggerRoutes } from "./swagger";
import { answerUsage } from "./usage";

/** What a container of a function serves; everything else is 404. the speech itself is in {@link SpeechHandlers}. */
function routesOf(image: SpeechImage): RouteTable {
  const common: RouteTable = { ...homeRoutes, ...readyRoutes, ...statusRoutes };
  return image.swagger ? { ...common, ...swaggerRoutes(Object.keys(common)) } : common;
}

/** Serves a container's routes and those of its speech. */
export function speechListener(container: SpeechContainer, speech: Pick<SpeechHandlers, "routes">): RequestListener {
  const routes = new Map(Object.entries(routesOf(container.spec.image)));
  return (request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    response.setHeader("x-sandbox", "simulated");
    const spoken = speech.routes.get(`${request.method} ${path}`);
    if (spoken !== undefined) {
      response.once("finish", () => {
        if (request.method === "POST" && response.statusCode === 200) container.used();
      });
      return spoken(request, response);
    }
    if (request.method === "GET" && answerUsage(container, path, response)) return;
    const handler = routes.get(`${request.method} ${path}`);
    if (handler === undefined) return answer(response, 404, "text/plain; charset=utf-8", "");
    return handler(container, request, response);
  };
}
