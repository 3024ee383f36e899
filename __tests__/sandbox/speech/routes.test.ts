import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { SpeechContainer, SpeechHealth } from "../../../lib/sandbox/speech/container";
import { apiStatusMessages, type ApiStatus } from "../../../lib/sandbox/speech/api-status";
import { speechImage } from "../../../lib/sandbox/speech/images";
import { speechListener } from "../../../lib/sandbox/speech/routes";

const HEALTHY: SpeechHealth = { loading: false, apiStatus: "Valid", servesQueries: true, unbilled: false };
const REFERENCES = {
  "speech-to-text": "speech-to-text:4.12.0-amd64-en-us",
  "custom-speech-to-text": "custom-speech-to-text:4.12.0-amd64",
  "neural-text-to-speech": "neural-text-to-speech:3.12.0-amd64-en-us-arianeural",
  "language-detection": "language-detection:1.18.0-amd64-preview",
};

let server: Server | undefined;

afterEach(() => new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve))));

async function serve(name: keyof typeof REFERENCES, health: Partial<SpeechHealth> = {}): Promise<string> {
  const reference = `mcr.microsoft.com/azure-cognitive-services/speechservices/${REFERENCES[name]}`;
  const image = speechImage(reference);
  if (image === undefined) throw new Error("the catalogue does not know the image");
  const container: SpeechContainer = {
    spec: {
      id: "1",
      name: "n",
      reference,
      image,
      command: ["ApiKey=planted-key"],
      env: [],
      loadingMilliseconds: 0,
      clock: 1,
    },
    health: () => ({ ...HEALTHY, ...health }),
    setClock: () => undefined,
    used: () => undefined,
    queries: () => undefined,
    callNow: () => Promise.resolve(),
    stop: () => undefined,
  };
  const listening = createServer(speechListener(container, { routes: new Map() }));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const get = (url: string) => fetch(url, { headers: { connection: "close" } });

test("the home page says that the container is simulated", async () => {
  const answer = await get(await serve("speech-to-text"));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-sandbox")).toBe("simulated");
  expect(await answer.text()).toMatch(/<b>simulated<\/b>/);
});

test("/ready is 503 while the models load and 200 afterwards", async () => {
  const loading = await get(`${await serve("speech-to-text", { loading: true })}/ready`);
  expect([loading.status, await loading.json()]).toEqual([503, expect.objectContaining({ service: "speechtotext" })]);
  server?.close();
  const ready = await get(`${await serve("neural-text-to-speech")}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ service: "neuraltexttospeechonprem", ready: "ready" });
});

test("/ready is 503 after ten billing calls without an answer", async () => {
  const answer = await get(`${await serve("speech-to-text", { unbilled: true })}/ready`);
  expect(answer.status).toBe(503);
});

test.each(Object.entries(apiStatusMessages))("/status answers 200 with %s", async (word, message) => {
  const answer = await get(`${await serve("speech-to-text", { apiStatus: word as ApiStatus })}/status`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ service: "speechtotext", apiStatus: word, apiStatusMessage: message });
});

test("what no source confirms is marked", async () => {
  const url = await serve("language-detection");
  expect((await get(`${url}/status`)).headers.get("x-sandbox-unverified")).toBe("service");
  expect((await get(`${url}/ready`)).headers.get("x-sandbox-unverified")).toBe("message");
});

test.each([
  ["speech-to-text", 404],
  ["custom-speech-to-text", 404],
  ["neural-text-to-speech", 200],
  ["language-detection", 200],
] as const)("/swagger of %s answers %i", async (name, status) => {
  const url = await serve(name);
  expect((await get(`${url}/swagger`)).status).toBe(status);
  expect((await get(`${url}/swagger/index.html`)).status).toBe(status);
});

test.each([
  "/records/usage-logs/",
  "/Ready",
  "/speech/recognition/dictation/cognitiveservices/v1",
  "/cognitiveservices/v1",
])("%s is not found", async (path) => {
  expect((await get(`${await serve("speech-to-text")}${path}`)).status).toBe(404);
});

test("a query string does not hide a route, another method does", async () => {
  const url = await serve("speech-to-text");
  expect((await get(`${url}/status?x=1`)).status).toBe(200);
  expect((await fetch(`${url}/status`, { method: "POST", headers: { connection: "close" } })).status).toBe(404);
});

test("no page shows the key", async () => {
  const url = await serve("neural-text-to-speech");
  const pages = await Promise.all(
    ["/", "/ready", "/status", "/swagger"].map(async (path) => (await get(url + path)).text()),
  );
  expect(pages.join("\n")).not.toContain("planted-key");
});
