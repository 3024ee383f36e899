import { rmSync } from "node:fs";
import { openSandbox, type Sandbox } from "../../../lib/sandbox";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { spokenBytes } from "../../sandbox/speech/support/audio";
import { apply, eventually, freePorts, logOf, makeProject, options } from "../sandbox-support";
import { recognizeOnce } from "./support/sdk";

const TEXT = "I love this wonderful train.";
const PATH = "text/analytics/v3.0/sentiment";
const MCR = "mcr.microsoft.com/azure-cognitive-services";
const PROPERTIES = { "speechcontext-PhraseOutput.Simple.Extensions": '["Sentiment"]' };
/** The companion finds two words for good in the text, and none for bad. */
const SHARES = { Negative: 0.01, Neutral: 0.11, Positive: 0.88 };

const TEXT_KEY = "${azurerm_cognitive_account.text.primary_access_key}";
const SPEECH_KEY = "${azurerm_cognitive_account.speech.primary_access_key}";
const SUBDOMAIN = "contoso-mood";
const companion = (name = "mood-sentiment", port = 5000): string => `http://${name}:${port}/${PATH}`;
const CLOUD = `https://${SUBDOMAIN}.cognitiveservices.azure.com/${PATH}`;

interface Row {
  readonly what: string;
  readonly network: "joined" | "other" | "bridge";
  readonly host: string;
  readonly key?: string;
  /** What the log says of the failure; absent: results carry sentiment. */
  readonly failure?: string;
}

/** Containers of speech-to-text by name. */
const rows: Readonly<Record<string, Row>> = {
  near: { what: "the companion on its network, which is not published", network: "joined", host: companion() },
  far: { what: "the companion from another network", network: "other", host: companion(), failure: "not known" },
  bridge: { what: "the companion from no network", network: "bridge", host: companion(), failure: "not known" },
  self: {
    what: "localhost, which is itself",
    network: "joined",
    host: companion("localhost"),
    failure: "answered 404",
  },
  port: { what: "a wrong port", network: "joined", host: companion("mood-sentiment", 5001), failure: "refused" },
  tls: {
    what: "the companion by https, which containers do not speak",
    network: "joined",
    host: companion().replace("http:", "https:"),
    failure: "SSL connection",
  },
  wrong: {
    what: "a companion with a Speech key",
    network: "joined",
    host: companion("mood-misbilled"),
    failure: "answered 401",
  },
  cloud: { what: "the cloud with a key", network: "bridge", host: CLOUD, key: TEXT_KEY },
  plain: {
    what: "the cloud by http",
    network: "bridge",
    host: CLOUD.replace("https:", "http:"),
    key: TEXT_KEY,
    failure: "refused",
  },
  keyless: { what: "the cloud without a key", network: "bridge", host: CLOUD, failure: "answered 401" },
  speech: {
    what: "the cloud with a Speech key",
    network: "bridge",
    host: CLOUD,
    key: SPEECH_KEY,
    failure: "answered 401",
  },
  nobody: {
    what: "a subdomain that nobody has",
    network: "bridge",
    host: CLOUD.replace("mood", "nobody"),
    failure: "not known",
  },
};

const names = Object.keys(rows);
const networkMode = (network: Row["network"]): string =>
  network === "bridge" ? "bridge" : `\${docker_network.${network}.name}`;

const account = (name: string, kind: string, more: object = {}) => ({
  name,
  kind,
  location: "westeurope",
  resource_group_name: "${azurerm_resource_group.all.name}",
  sku_name: "S0",
  ...more,
});

const container = (name: string, image: string, mode: string, command: readonly string[]) => ({
  name: `mood-${name}`,
  image: `\${docker_image.${image}.image_id}`,
  network_mode: mode,
  must_run: false,
  command,
});

const billed = (to: "text" | "speech"): readonly string[] =>
  options({
    billing: `\${azurerm_cognitive_account.${to}.endpoint}`,
    key: `\${azurerm_cognitive_account.${to}.primary_access_key}`,
  });

const configOf = (ports: ReadonlyMap<string, number>): object => ({
  terraform: {
    required_providers: {
      azurerm: { source: "hashicorp/azurerm", version: "4.55.0" },
      docker: { source: "kreuzwerker/docker", version: "3.6.2" },
    },
  },
  provider: { azurerm: [{ features: [{}] }], docker: [{}] },
  resource: {
    azurerm_resource_group: { all: { name: "mood-rg", location: "westeurope" } },
    azurerm_cognitive_account: {
      speech: account("mood-speech", "SpeechServices"),
      text: account("mood-text", "TextAnalytics", { custom_subdomain_name: SUBDOMAIN }),
    },
    docker_network: { joined: { name: "mood-joined" }, other: { name: "mood-other" } },
    docker_image: {
      captions: { name: `${MCR}/speechservices/speech-to-text:4.12.0-amd64-en-us`, keep_locally: true },
      sentiment: { name: `${MCR}/textanalytics/sentiment:3.0-en`, keep_locally: true },
    },
    docker_container: {
      sentiment: container("sentiment", "sentiment", networkMode("joined"), billed("text")),
      misbilled: container("misbilled", "sentiment", networkMode("joined"), billed("speech")),
      ...Object.fromEntries(
        names.map((name) => {
          const { network, host, key } = rows[name] as Row;
          const settings = [
            `CloudAI:SentimentAnalysisSettings:TextAnalyticsHost=${host}`,
            ...(key === undefined ? [] : [`CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey=${key}`]),
          ];
          return [
            name,
            {
              ...container(name, "captions", networkMode(network), [...billed("speech"), ...settings]),
              ports: [{ internal: 5000, external: ports.get(name), ip: "127.0.0.1", protocol: "tcp" }],
            },
          ];
        }),
      ),
    },
  },
});

let folder: string;
let sandbox: Sandbox;
let ports: ReadonlyMap<string, number>;
let wav: Buffer;

beforeAll(async () => {
  folder = makeProject();
  sandbox = openSandbox({ projectFolder: folder });
  const free = await freePorts(names.length);
  ports = new Map(names.map((name, index) => [name, free[index] ?? 0]));
  await sandbox.up({ loading: "0s" });
  const { exitCode, text } = await apply(sandbox, folder, configOf(ports));
  if (exitCode !== 0) throw new Error(text);
  const judged = (words: readonly (string | undefined)[]): boolean =>
    words.length === names.length + 2 && words.every((word) => word !== undefined && word !== "Unknown");
  await eventually(async () => (await sandbox.status())?.containers.map(({ apiStatus }) => apiStatus) ?? [], judged);
  const audio = await spokenBytes(TEXT);
  wav = Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, audio.length), audio]);
});

afterAll(async () => {
  await sandbox.down();
  rmSync(folder, { recursive: true });
});

test("a companion takes the key of a Text Analytics account, and a Speech key is a mismatch", async () => {
  const containers = (await sandbox.status())?.containers ?? [];
  const words = new Map(containers.map(({ name, apiStatus }) => [name, apiStatus]));
  expect([words.get("mood-sentiment"), words.get("mood-misbilled"), words.get("mood-near")]).toEqual([
    "Valid",
    "Mismatch",
    "Valid",
  ]);
});

test.each(
  Object.entries(rows)
    .filter(([, { failure }]) => failure === undefined)
    .map(([name, { what }]) => [what, name] as const),
)("%s: results carry sentiment", async (_, name) => {
  const { results } = await recognizeOnce(ports.get(name) ?? 0, wav, { properties: PROPERTIES });
  expect(JSON.parse(results[0]?.json ?? "")).toMatchObject({ DisplayText: TEXT, Sentiment: SHARES });
});

test.each(
  Object.entries(rows).flatMap(([name, { what, failure }]) =>
    failure === undefined ? [] : [[what, name, failure] as const],
  ),
)("%s: the words come without sentiment, and the log says why and holds no key", async (_, name, failure) => {
  const { results } = await recognizeOnce(ports.get(name) ?? 0, wav, { properties: PROPERTIES });
  const json = JSON.parse(results[0]?.json ?? "") as Record<string, unknown>;
  expect([json["DisplayText"], json["Sentiment"]]).toEqual([TEXT, undefined]);
  const log = await eventually(
    () => logOf(sandbox, `mood-${name}`),
    (lines) => lines.some((line) => line.includes(failure)),
  );
  expect(log.join("\n")).not.toMatch(/[A-Za-z0-9]{84}/);
});
