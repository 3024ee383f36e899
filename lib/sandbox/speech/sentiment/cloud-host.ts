import { createServer } from "node:http";
import { sendText } from "../http";
import { sentimentHandler, sentimentPaths } from "./companion";

export interface CloudHost {
  close(): Promise<void>;
}

/**
 * Text Analytics of the simulated Azure, for every host name of Cognitive Services, at a socket that simulated containers are
 * led to. `allows` judges the key for the host that a request names.
 */
export async function serveCloudHost(
  socketPath: string,
  allows: (host: string, key: string) => boolean,
): Promise<CloudHost> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (request.method !== "POST" || !isSentimentPath(path)) {
      request.resume();
      return sendText(response, 404, "");
    }
    const host = request.headers.host ?? "";
    sentimentHandler(path, (key) => allows(host, key ?? ""))(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isSentimentPath = (path: string): path is keyof typeof sentimentPaths => Object.hasOwn(sentimentPaths, path);
