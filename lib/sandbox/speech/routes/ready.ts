import { answerJson, type RouteTable } from "./route";

/**
 * 200 once the models are loaded, 503 before (shape seen on real containers; the words of the 503 are not verified). A key
 * that was judged bad does not show here but in `/status`; ten unanswered billing calls do.
 */
export const readyRoutes: RouteTable = {
  "GET /ready": (container, _request, response) => {
    const { service } = container.spec.image;
    const { loading, unbilled } = container.health();
    if (loading) {
      return answerJson(
        response,
        503,
        { service, ready: "notReady", message: "The models are loading." },
        "ready, message",
      );
    }
    if (unbilled) {
      return answerJson(
        response,
        503,
        { service, ready: "notReady", message: "Queries are refused: no billing." },
        "all",
      );
    }
    return answerJson(
      response,
      200,
      { service, ready: "ready", message: "The container is ready to take queries." },
      "message",
    );
  },
};
