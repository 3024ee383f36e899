import { apiStatusMessages } from "../api-status";
import { answerJson, type RouteTable } from "./route";

/** Whether the key is good, as of the last billing call. HTTP 200 whatever the word: clients must read the body. */
export const statusRoutes: RouteTable = {
  "GET /status": (container, _request, response) => {
    const { service, verified } = container.spec.image;
    const { apiStatus } = container.health();
    const body = { service, apiStatus, apiStatusMessage: apiStatusMessages[apiStatus] };
    const unverified = [...(verified ? [] : ["service"]), ...(apiStatus === "Valid" ? [] : ["apiStatusMessage"])];
    answerJson(response, 200, body, unverified.length > 0 ? unverified.join(", ") : undefined);
  },
};
