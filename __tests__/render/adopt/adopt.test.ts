import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseConfig } from "../../../lib/config";
import { type ContainerPlan, type ContainerRequest, editions, functionsOf, planDeployment } from "../../../lib/domain";
import { adopt, dockerRun, dockerRunOf, readFound } from "../../../lib/render";
import { MODEL_ID, captions, deployment, planOf } from "../../domain/requests";
import { seedCommands } from "../../seed-commands";

const KEY = "0123456789abcdef0123456789abcdef";
const IMAGE = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";
const BILLING = "https://westeurope.api.cognitive.microsoft.com/";
const good = `docker run -d --restart unless-stopped -p 127.0.0.1:5000:5000 --memory 16g --cpus 8 -e ApiKey=$KEY ${IMAGE} Eula=accept Billing=${BILLING}`;

const adopted = (text: string, name?: string) => adopt(readFound(text).containers, name);

/** The plan of the text that was written, read as any configuration is. */
function containersIn(text: string): readonly ContainerPlan[] {
  const { plan, problems } = parseConfig(text, "speech.yaml");
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return plan.sites.flatMap(({ containers }) => containers);
}

const lost = (text: string) => adopted(text).notCarried.map(({ what }) => what);
const codes = (text: string) => adopted(text).problems.map(({ code, path }) => `${code} ${path}`);

/** What runs, without the names that a command does not have. */
const running = (container: ContainerPlan) => {
  const {
    function: functionName,
    locale,
    voice,
    modelId,
    image,
    port,
    mounts,
    settings,
    healthCheck,
    allowRetired,
  } = container;
  const { cores, memoryMiB, modelMemoryMiB } = container.size;
  return {
    functionName,
    locale,
    voice,
    modelId,
    image,
    port,
    mounts,
    settings,
    healthCheck,
    allowRetired,
    cores,
    memoryMiB,
    modelMemoryMiB,
  };
};

const serving: Readonly<Record<string, Partial<ContainerRequest>>> = {
  "speech-to-text": { locale: "de-DE" },
  "custom-speech-to-text": { modelId: MODEL_ID },
  "custom-text-to-speech": { modelId: MODEL_ID },
  "text-to-speech": { voice: "en-US-ZiraRUS" },
  "neural-text-to-speech": { voice: "en-US-AriaNeural" },
  "language-detection": {},
};

const kinds = editions.flatMap((edition) =>
  functionsOf(edition)
    .filter((name) => name in serving)
    .map((name) => ({ edition, name })),
);

const options = fc.record(
  {
    port: fc.integer({ min: 1, max: 65535 }),
    address: fc.constantFrom("127.0.0.1", "127.0.0.2", "0.0.0.0", "10.0.0.7"),
    size: fc.oneof(
      fc.constantFrom("minimum" as const, "recommended" as const),
      fc.record({
        cores: fc.integer({ min: 1, max: 3200 }).map((hundredths) => hundredths / 100),
        memory: fc.integer({ min: 6, max: 65_536 }).map((mebibytes) => `${mebibytes}m`),
        belowMinimum: fc.constant("a test"),
      }),
    ),
    registry: fc.constantFrom("contoso.azurecr.io", "registry.contoso.example:5000/mirror/speech"),
    digest: fc.constant(`sha256:${"0f".repeat(32)}`),
    tag: fc.constant("latest"),
    secretsVia: fc.constantFrom("environment", "arguments"),
    healthCheck: fc.record(
      {
        test: fc
          .string({ unit: fc.constantFrom(..."aZ09 '\"$\\/&;#".split("")), minLength: 1 })
          .filter((text) => text.trim() !== "")
          .map((text) => ["CMD-SHELL", text]),
        interval: fc.constantFrom("30s", "1m30s"),
        retries: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ["test"] },
    ),
  },
  { requiredKeys: ["port", "address"] },
);

test("adopt gives the plan of which the command was rendered", () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), options, ({ edition, name }, change) => {
      const { tag, ...rest } = change;
      const serves = tag === undefined ? serving[name] : serving[name]?.modelId === undefined ? {} : serving[name];
      const request = {
        locale: undefined,
        ...serves,
        ...rest,
        ...(tag && { tag }),
        function: name,
        exposed: "a test",
        allowRetired: edition === "2020-05",
      };
      const planned = planDeployment(deployment([captions(request)], { edition }));
      fc.pre(planned.ok);
      const [plan] = planned.plan.sites.flatMap(({ containers }) => containers);
      if (plan === undefined) throw new Error("expected a container");
      const { text, notCarried } = adopted(dockerRun(plan), "contoso");
      expect(containersIn(text).map(running)).toEqual([running(plan)]);
      expect(notCarried.filter(({ container: of }) => of !== "account")).toEqual([]);
    }),
  );
});

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

  it("with sentiment says where it is written", () => {
    const text = `docker run -it --rm -p 5000:5000 \\
containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text:latest \\
Eula=accept \\
Billing={ENDPOINT_URI} \\
ApiKey={API_KEY} \\
CloudAI:SentimentAnalysisSettings:TextAnalyticsHost={TEXT_ANALYTICS_HOST} \\
CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey={SENTIMENT_APIKEY}`;
    expect(adopted(text).notCarried).toContainEqual({
      container: "speech-to-text",
      what: "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost",
      why: "write sentiment: for a Text Analytics account or a container of your own",
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
      lost(
        `${good.replace("docker run", "docker run --network host --gpus=all -l team=speech -v cache:/tmp")} Logging:Disk:Format=json`,
      ),
    ).toEqual(["--network", "--gpus", "--label", "Logging:Disk:Format", 'mount at "/tmp"', "ApiKey"]);
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

  it("that do not fit the size are named", () => {
    expect(lost(good.replace("-d", "-e DECODER_MAX_COUNT=20"))).toEqual(["DECODER_MAX_COUNT", "ApiKey"]);
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
