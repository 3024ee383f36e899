import { adopt, dockerRun, readFound } from "../../../lib/render";
import { captions, deployment, planOf, textAnalytics, tone } from "../../domain/requests";

const SPEECH = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";
const TONE = "mcr.microsoft.com/azure-cognitive-services/textanalytics/sentiment:3.0-en";
const SECTION = "CloudAI:SentimentAnalysisSettings";
const BILLING = "https://westeurope.api.cognitive.microsoft.com/";
const LIMITS = "--cpus 8 --memory 16g";

/** A good command; options before the image, words behind it. */
const run = (words = "", options = "") =>
  `docker run -d -p 127.0.0.1:5000:5000 ${LIMITS} -e ApiKey=$KEY ${options} ${SPEECH} Eula=accept Billing=${BILLING} ${words}`;

const adopted = (text: string) => adopt(readFound(text).containers);
const containersOf = (text: string) => adopted(text).request.sites.flatMap(({ containers }) => containers);
const lost = (text: string) =>
  adopted(text)
    .notCarried.filter(({ what }) => what !== "ApiKey")
    .map(({ container, what, why }) => `${container}: ${what}: ${why}`);

describe("what a container is told becomes a key:", () => {
  it.each([
    [
      "a level, in any case",
      run("logging:console:loglevel:default=warning"),
      { settings: { logging: { console: "Warning" } } },
    ],
    [
      "a level in the environment",
      run("", "-e Logging__Console__LogLevel__Default=Error"),
      { settings: { logging: { console: "Error" } } },
    ],
    [
      "milliseconds",
      run("Fluentd:Host=logs Fluentd:HeartbeatMs=1500"),
      { settings: { logging: { fluentd: { host: "logs", heartbeat: "1.5s" } } } },
    ],
    ["a folder for output", run("Mounts:Output=/logs", "-v /srv/out:/logs"), { mounts: { output: "/srv/out" } }],
    ["a volume for output", run("Mounts:Output=/output", "-v logs:/output"), { mounts: { output: "volume" } }],
    ["a proxy", run("HTTP_PROXY=http://proxy:8888"), { proxy: { http: "http://proxy:8888" } }],
    [
      "a proxy of the environment",
      run("", "-e https_proxy=http://proxy:8888 -e no_proxy=localhost,.contoso.com"),
      { proxy: { http: "http://proxy:8888", except: [".contoso.com"] } },
    ],
    [
      "a proxy with a user",
      run("HTTP_PROXY=http://ann:hunter2@proxy:8888"),
      { proxy: { http: "http://proxy:8888", authenticated: true } },
    ],
    ["an unknown word", run("Some:Other=1"), { extraSettings: { "Some:Other": "1" } }],
    ["an unknown setting of the environment", run("", "-e Some__Other=1"), { extraSettings: { "Some:Other": "1" } }],
  ])("%s", (_, text, keys) => {
    expect(containersOf(text)).toMatchObject([keys]);
  });
});

describe("what has no place is said with the reason:", () => {
  it.each([
    [
      "a value that is none",
      run("Logging:Console:LogLevel:Default=Loud"),
      "Logging:Console:LogLevel:Default: its value is none that settings.logging.console takes",
    ],
    [
      "a number out of range",
      run("", "-e DECODER_MAX_COUNT=5000"),
      "DECODER_MAX_COUNT: it does not fit here; write a whole number from 1 to 1000 (SPC280)",
    ],
    [
      "a size of files without files",
      run("Logging:Disk:MaxFileSize=10"),
      "Logging:Disk:MaxFileSize: it does not fit here; add logging.disk.format, or delete this line (SPC283)",
    ],
    [
      "a placeholder",
      run("Fluentd:Host=$HOST"),
      "Fluentd:Host: its value is a placeholder; write settings.logging.fluentd.host",
    ],
    [
      "a proxy that is filled in",
      run("HTTP_PROXY={PROXY}"),
      "HTTP_PROXY: no address of a proxy is known here; write proxy:",
    ],
    [
      "a variable of the environment",
      run("", "-e TZ=UTC"),
      "TZ: extraSettings gives words behind the image, not variables",
    ],
    [
      "a connection string",
      run("Store:Db=Server=a;Pwd=b".replace(";", "\\;")),
      "Store:Db: it looks like a secret, and extraSettings takes none",
    ],
    [
      "a mount that is not allowed",
      run("Mounts:Input=/input"),
      "Mounts:Input: it is not allowed for Speech containers",
    ],
    [
      "output into nothing",
      run("Mounts:Output=/output"),
      "Mounts:Output: nothing is mounted there; write mounts: { output: volume }",
    ],
    [
      "another place inside",
      run("Mounts:Output=/logs", "-v /srv/out:/logs"),
      'mount at "/logs": it is at /output here',
    ],
    [
      "a companion elsewhere",
      run(`${SECTION}:TextAnalyticsHost=http://tone:5000/x`),
      `${SECTION}:TextAnalyticsHost: nothing of what was adopted answers there; write sentiment: { container: <name> }`,
    ],
  ])("%s", (_, text, note) => {
    expect(lost(text)).toEqual([`speech-to-text: ${note}`]);
  });

  it("a password of a proxy is named as the variable to set, and repeated nowhere", () => {
    const adoption = adopted(
      run("HTTP_PROXY=http://ann:hunter2@proxy:8888 ApplicationInsights:InstrumentationKey=$APP"),
    );
    expect(adoption.notCarried.map(({ why }) => why)).toEqual(
      expect.arrayContaining([
        "it comes from the variable TF_VAR_speech_proxy_credentials",
        "it comes from the variable TF_VAR_speech_application_insights_key",
      ]),
    );
    expect(adoption.problems.map(({ code }) => code)).toEqual(["SPC310"]);
    expect(JSON.stringify(adoption)).not.toContain("hunter2");
  });
});

describe("sentiment", () => {
  const compose = (host: string) => `services:
  captions:
    image: ${SPEECH}
    ports: ["127.0.0.1:5000:5000"]
    cpus: 8
    mem_limit: 16g
    command: Eula=accept Billing=${BILLING} ${SECTION}:TextAnalyticsHost=${host}
  mood:
    image: ${TONE}
    container_name: tone
    ports: ["127.0.0.1:5001:5000"]
    cpus: 8
    mem_limit: 8g
    command: Eula=accept Billing=https://contoso-text.cognitiveservices.azure.com/
`;

  it.each(["mood", "tone", "TONE"])("of %s is of the container that goes by this name", (name) => {
    const text = compose(`http://${name}:5000/text/analytics/v3.0/sentiment`);
    expect(containersOf(text)).toMatchObject([
      { name: "captions", sentiment: { container: "tone" } },
      { name: "tone", function: "sentiment", language: "en" },
    ]);
    expect(adopted(text).request).toMatchObject({
      account: { endpoint: BILLING },
      textAnalytics: { endpoint: "https://contoso-text.cognitiveservices.azure.com/" },
    });
    expect(lost(text)).toEqual([]);
  });

  it("of the cloud bills to the account whose host it is", () => {
    const host = "https://westeurope.api.cognitive.microsoft.com/text/analytics/v3.0-preview.1/sentiment";
    const text = run(
      `${SECTION}:TextAnalyticsHost=${host}`,
      `-e ${SECTION.replace(":", "__")}__SentimentAnalysisApiKey=$TEXT`,
    );
    expect(containersOf(text)).toMatchObject([{ sentiment: "cloud" }]);
    expect(adopted(text).request).toMatchObject({
      textAnalytics: { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/" },
    });
    expect(lost(text)).toEqual([
      `speech-to-text: path of ${SECTION}:TextAnalyticsHost: this version calls text/analytics/v3.0/sentiment`,
    ]);
  });

  it.each([["cloud" as const], [{ container: "tone" }]])(
    "from %j is what the commands were rendered from",
    (sentiment) => {
      const [site] = planOf(deployment([captions({ sentiment }), tone({ language: "en" })], { textAnalytics })).sites;
      const commands = (site?.containers ?? []).map((container) => dockerRun(container, 80, site?.networkName));
      const { request, notCarried } = adopt(readFound(commands.join("\n")).containers, "contoso");
      const again = planOf(request).sites.flatMap(({ containers }) => containers);
      expect(again.map(({ sentiment: from, settings, image }) => ({ from, settings, image }))).toEqual(
        site?.containers.map(({ sentiment: from, settings, image }) => ({ from, settings, image })),
      );
      expect(notCarried.map(({ container }) => container)).toEqual([
        "account",
        "account",
        "textAnalytics",
        "textAnalytics",
      ]);
    },
  );
});
