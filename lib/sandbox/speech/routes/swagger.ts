import { page } from "./page";
import { answer, type RouteTable } from "./route";

/** API documents of the functions that have them; `paths` are the routes to list. */
export const swaggerRoutes = (paths: readonly string[]): RouteTable => ({
  "GET /swagger": (_container, _request, response) => {
    response.writeHead(301, { location: "/swagger/index.html" }).end();
  },
  "GET /swagger/index.html": ({ spec }, _request, response) => {
    const list = paths.map((path) => `<li><code>${path}</code></li>`).join("");
    answer(response, 200, "text/html; charset=utf-8", page(`${spec.image.function} API`, [`<ul>${list}</ul>`]), "all");
  },
});
