import { parseConfig } from "../../lib/config";
import { schemaAt } from "../../lib/config/schema/look-up";
import { containerSettings } from "../../lib/domain";

const config = (lines: string) => `name: contoso
edition: "2025-07"
eula: accept
account: { name: contoso-speech, location: westeurope, resourceGroup: { name: speech-rg } }
${lines}`;
const problems = (lines: string) => parseConfig(config(lines), "speech.yaml").problems;
const captions = (keys: string) =>
  `containers:\n  captions: { function: speech-to-text, locale: en-US, port: 5000, ${keys} }\n`;

test.each(containerSettings.map(({ value }) => value.key))("settings has the catalogue's key %s, described", (key) => {
  const [, ...parent] = key.split(".").reverse();
  const schema = schemaAt(["settings", ...parent.reverse(), key.split(".").at(-1) ?? ""]);
  expect(schema?.description).toBeTruthy();
});

test("settings, proxy and extra settings of all three levels reach the container", () => {
  const { plan } = parseConfig(
    config(`settings: { logging: { console: Warning } }
proxy: { http: "http://proxy:8888" }
sites:
  leeds:
    settings: { decoders: 4 }
    proxy: { except: [.contoso.com] }
    containers:
      captions: { function: speech-to-text, locale: en-US, extraSettings: { Cache: 5 } }
`),
    "speech.yaml",
  );
  const settings = plan?.sites[0]?.containers[0]?.settings.map(({ name, value }) =>
    value.kind === "literal" ? `${name}=${value.text}` : name,
  );
  expect(settings).toEqual(
    expect.arrayContaining([
      "Logging:Console:LogLevel:Default=Warning",
      "DECODER_MAX_COUNT=4",
      "HTTP_PROXY=http://proxy:8888",
      "NO_PROXY=localhost,127.0.0.1,.contoso.com",
      "Cache=5",
    ]),
  );
});

test("a problem of a setting is shown where it is written, once for all containers", () => {
  const found = problems(`settings: { logging: { console: Loud } }
containers:
  captions: { function: speech-to-text, locale: en-US }
  other: { function: speech-to-text, locale: en-US }
`);
  expect(found.map(({ code, path, source }) => [code, path, source?.line, source?.column])).toEqual([
    ["SPC280", "settings.logging.console", 5, 33],
  ]);
});

describe("a secret that is written in the file is refused, not shown, and its variable is named:", () => {
  test.each([
    ["proxy: { http: 'http://operator:hunter2@proxy:8888' }", "SPC310", /TF_VAR_speech_proxy_credentials/],
    [
      "proxy: { http: 'http://proxy:8888', credentials: 'operator:hunter2' }",
      "SPC310",
      /TF_VAR_speech_proxy_credentials/,
    ],
    ["proxy: { http: 'http://proxy:8888', password: hunter2 }", "SPC310", /TF_VAR_speech_proxy_credentials/],
    ["proxy: { http: 'http://proxy:8888', authenticated: 'operator:hunter2' }", "SPC012", /true or false/],
    ["settings: { applicationInsights: hunter2 }", "SPC012", /true or false/],
    [
      "settings: { applicationInsights: { instrumentationKey: hunter2 } }",
      "SPC310",
      /TF_VAR_speech_application_insights_key/,
    ],
  ] as const)("%s", (keys, code, hint) => {
    for (const lines of [captions(keys), `${keys}\n${captions("")}`]) {
      const found = problems(lines);
      const problem = found.find((one) => one.code === code);
      expect(problem?.hint).toMatch(hint);
      expect(JSON.stringify(found)).not.toContain("hunter2");
    }
  });
});

test("a proxy that is written as an address gets the line to write", () => {
  expect(problems(captions("proxy: 'http://proxy:8888'")).map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
    "SPC284: write proxy: { http: http://<host>:<port> }, or proxy: none",
  ]);
});
