import { page } from "./page";
import { answer, type RouteTable } from "./route";

export const homeRoutes: RouteTable = {
  "GET /": ({ spec }, _request, response) => {
    const body = [
      `<p>This container is <b>simulated</b> by the sandbox of speech-containers: no Azure, no Docker, no speech models.</p>`,
      `<p>Image <code>${spec.reference}</code>, container <code>${spec.name}</code>.</p>`,
      `<p><a href="/ready">/ready</a> · <a href="/status">/status</a></p>`,
    ];
    answer(response, 200, "text/html; charset=utf-8", page(spec.image.function, body), "all");
  },
};
