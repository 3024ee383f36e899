import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { dockerRun, dockerRunOf, readFound } from "../../../lib/render";
import { MODEL_ID, captions, deployment, planOf } from "../../domain/requests";
import { seedCommands } from "../../seed-commands";
import { adopted, containersIn, running } from "./adopted";

const KEY = "0123456789abcdef0123456789abcdef";
const IMAGE = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";
const BILLING = "https://westeurope.api.cognitive.microsoft.com/";
const good = `docker run -d --restart unless-stopped -p 127.0.0.1:5000:5000 --memory 16g --cpus 8 -e ApiKey=$KEY ${IMAGE} Eula=accept Billing=${BILLING}`;

const lost = (text: string) => adopted(text).notCarried.map(({ what }) => what);
/** The keys of the first container. */
const keysIn = (text: string) => adopted(text).request.sites[0]?.containers[0];
const codes = (text: string) => adopted(text).problems.map(({ code, path }) => `${code} ${path}`);

describe("each command of the seed", () => {
  const script = readFileSync(join(__dirname, "../../fixtures/seed-docker-run.txt"), "utf8");
  const commands = script
    .trim()
    .split("\n\n")
    .map((text, index) => ({ text, seed: seedCommands[index] }));

  it.each(commands)("is adopted as it is: $seed.image", ({ text, seed }) => {
    const [plan] = containersIn(adopted(text).text);
    if (plan === undefined || seed === undefined) throw new Error("expected a container");
    const run = dockerRunOf(plan);
    expect({
      ...run,
      words: run.words.map((word) => word.replace(/^ModelId=.*/, "ModelId={MODEL_ID}")),
      volumes: run.volumes.length,
    }).toMatchObject({
      image: `${seed.image}:latest`,
      memory: seed.memory,
      cpus: seed.cpus,
      publish: `0.0.0.0:${seed.port}`,
      words: seed.words,
      environment: [],
      volumes: seed.volumes.length,
    });
    expect(codes(text).filter((line) => /^SPC(?:107|206) /.test(line))).toHaveLength(2);
    expect(lost(text)).toEqual(expect.arrayContaining(["--rm", "-it", "Billing", "ApiKey"]));
  });

  it("with sentiment asks the cloud for it", () => {
    const text = `docker run -it --rm -p 5000:5000 \\
containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text:latest \\
Eula=accept \\
Billing={ENDPOINT_URI} \\
ApiKey={API_KEY} \\
CloudAI:SentimentAnalysisSettings:TextAnalyticsHost={TEXT_ANALYTICS_HOST} \\
CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey={SENTIMENT_APIKEY}`;
    expect(adopted(text).request).toMatchObject({
      sites: [{ containers: [{ function: "speech-to-text", sentiment: "cloud" }] }],
      textAnalytics: { kind: "endpoint" },
    });
    expect(adopted(text).notCarried).toContainEqual({
      container: "textAnalytics",
      what: "ApiKey",
      why: "it comes from the variable TF_VAR_text_analytics_api_key",
    });
    expect(lost(text)).toContain("no limit of cores and memory");
  });
});

describe("what is wrong is said:", () => {
  it.each([
    ["nothing of a good command", good, []],
    ["a key in the clear", good.replace("$KEY", KEY), ["SPC310 containers.speech-to-text"]],
    ["a key as a word", `${good} ApiKey=${KEY}`, ["SPC310 containers.speech-to-text"]],
    ["an open port", good.replace("127.0.0.1:", ""), ["SPC206 containers.speech-to-text.address"]],
    ["too little memory", good.replace("16g", "4g"), ["SPC213 containers.speech-to-text.size"]],
    ["less than recommended", good.replace("16g", "12g"), ["SPC212 containers.speech-to-text.size"]],
    ["a tag in the wrong case", good.replace("en-us", "en-US"), ["SPC116 containers.speech-to-text.tag"]],
    ["a licence in the wrong case", good.replace("Eula=accept", "eula=Accept"), ["SPC116 containers.speech-to-text"]],
    ["a licence that nobody accepted", good.replace("Eula=accept", ""), ["SPC301 eula"]],
  ])("%s", (_, command, expected) => {
    expect(codes(command)).toEqual(expected);
  });

  it("what could not be carried over, without its value", () => {
    expect(
      lost(good.replace("docker run", "docker run --network host --gpus=all -l team=speech -v cache:/tmp")),
    ).toEqual(["--gpus", "--label", "--network", 'mount at "/tmp"', "ApiKey"]);
  });

  it("a key is repeated nowhere, wherever it stands", () => {
    const places = [
      good.replace("$KEY", KEY),
      `${good} ApiKey=${KEY} ${KEY}`,
      good.replace("-d", `-e SECRET=${KEY} -e ${KEY} -l ${KEY} --env ApiKey=${KEY} -v ${KEY} -p ${KEY}`),
      good.replace(IMAGE, `registry.example/${KEY}:${KEY}`),
      good.replace(":4.12.0-amd64-en-us", `:${KEY}`),
      good.replace("mcr.microsoft.com", `registry.example/${KEY}`),
      good.replace("docker run", `docker run --name ${KEY} --health-cmd 'curl -H ${KEY} localhost'`),
      good.replace(BILLING, `https://user:${KEY}@contoso.example`),
      `${good} HTTP_PROXY=http://user:${KEY}@proxy:8888 HTTP_PROXY_CREDS=user:${KEY}`,
      `${good} HTTP_PROXY=${KEY} NO_PROXY=${KEY} Fluentd:Host=${KEY} Logging:Disk:Format=${KEY} A:B=Pwd=${KEY} ${KEY}=1`,
      `${good} ApplicationInsights:InstrumentationKey=${KEY} CloudAI:SentimentAnalysisSettings:TextAnalyticsHost=http://${KEY}/x CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey=${KEY}`,
      `${good} CloudAI:SentimentAnalysisSettings:TextAnalyticsHost=https://${KEY}.cognitiveservices.azure.com/text/analytics/v3.0/sentiment`,
      `${good} ModelId=${KEY} Mounts:Output=/output`.replace("-d", `-v /srv/${KEY}:/output -v /x:/${KEY}`),
    ];
    for (const text of places) {
      expect(text).toContain(KEY);
      expect(JSON.stringify(adopted(text))).not.toContain(KEY);
    }
  });
});

describe("the three forms", () => {
  const expected = containersIn(adopted(good).text).map(running);

  it("a Compose file means the same as the command", () => {
    const compose = `services:
  speech-to-text:
    image: ${IMAGE}
    restart: unless-stopped
    ports: ["127.0.0.1:5000:5000"]
    deploy: { resources: { limits: { cpus: "8", memory: 16g } } }
    environment: { ApiKey: "\${KEY}" }
    command: Eula=accept Billing=${BILLING}
`;
    const { text, problems, notCarried } = adopted(compose);
    expect(containersIn(text).map(running)).toEqual(expected);
    expect({ problems, lost: notCarried.map(({ what }) => what) }).toEqual({ problems: [], lost: ["ApiKey"] });
  });

  it("a Compose file in long form does, too", () => {
    const compose = `services:
  speech-to-text:
    image: ${IMAGE}
    ports: [{ published: "5000", target: 5000, host_ip: 127.0.0.1 }]
    cpus: 8
    mem_limit: 16g
    environment: [ApiKey, "Eula=accept"]
    command: ["Billing=${BILLING}"]
    tty: true
    privileged: true
`;
    const { text, notCarried } = adopted(compose);
    expect(containersIn(text).map(running)).toEqual(expected);
    expect(notCarried.map(({ what }) => what)).toEqual(["privileged", "ApiKey"]);
  });

  it("docker inspect does, and a key that it shows is named", () => {
    const inspected = [
      {
        Name: "/contoso-captions",
        Config: {
          Image: IMAGE,
          Cmd: ["Eula=accept", `Billing=${BILLING}`],
          Env: [`ApiKey=${KEY}`, "PATH=/usr/bin", "ASPNETCORE_URLS=http://+:80"],
        },
        HostConfig: {
          Memory: 16 * 1024 ** 3,
          MemorySwap: 16 * 1024 ** 3,
          CpuQuota: 800_000,
          CpuPeriod: 100_000,
          PortBindings: { "5000/tcp": [{ HostIp: "127.0.0.1", HostPort: "5000" }] },
          RestartPolicy: { Name: "unless-stopped" },
        },
        Mounts: [],
      },
    ];
    const { text, problems, notCarried } = adopted(JSON.stringify(inspected), "contoso");
    const [container] = containersIn(text);
    expect(container && running(container)).toEqual(expected[0]);
    expect(container?.engineName).toBe("contoso-captions");
    expect(problems.map(({ code }) => code)).toEqual(["SPC310"]);
    expect(notCarried.map(({ what }) => what)).toEqual(["ApiKey"]);
    expect(JSON.stringify({ text, problems, notCarried })).not.toContain(KEY);
  });

  it.each(["", "hello", "name: contoso", "{}", "[]", "- 1", "docker ps", ": : :"])("%j is none of them", (text) => {
    expect(readFound(text).containers).toEqual([]);
  });

  it("any text is read without a failure", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `docker run ${text}`),
          fc.json().map((text) => `services: { a: ${text} }`),
        ),
        (text) => {
          expect(adopted(text).request.layout).toBe("containers");
        },
      ),
    );
  });
});

describe("decoders", () => {
  it.each([{ liveStreams: 6 }, { liveStreams: 2 }, { fileStreams: 2 }])("of %j are what is expected", (expect_) => {
    const [plan] = planOf(deployment([captions({ expect: expect_ })])).sites.flatMap(({ containers }) => containers);
    if (plan === undefined) throw new Error("expected a container");
    const { text, notCarried } = adopted(dockerRun(plan), "contoso");
    expect(containersIn(text).map(running)).toEqual([running(plan)]);
    expect(notCarried.map(({ what }) => what)).toEqual(["Billing", "ApiKey"]);
  });

  it("that do not follow from the size are a setting", () => {
    const text = good.replace("-d", "-e DECODER_MAX_COUNT=20");
    expect(keysIn(text)).toMatchObject({ settings: { decoders: 20 } });
    expect(lost(text)).toEqual(["ApiKey"]);
  });
});

test("two containers of one function get two names", () => {
  const two = `${good}\n${good.replace("5000:", "5001:")}`;
  expect(containersIn(adopted(two).text).map(({ name, port }) => [name, port.host])).toEqual([
    ["speech-to-text", 5000],
    ["speech-to-text-2", 5001],
  ]);
});

test("a volume of a model tells the deployment's name", () => {
  const request = captions({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID });
  const [plan] = planOf(deployment([request])).sites.flatMap(({ containers }) => containers);
  expect(adopted(plan === undefined ? "" : dockerRun(plan)).request.name).toBe("contoso");
});
