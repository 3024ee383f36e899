import fc from "fast-check";
import { type ContainerRequest, editions, functionsOf, planDeployment } from "../../../lib/domain";
import { dockerRun } from "../../../lib/render";
import { MODEL_ID, captions, deployment, textAnalytics } from "../../domain/requests";
import { adopted, containersIn, running } from "./adopted";

const serving: Readonly<Record<string, Partial<ContainerRequest>>> = {
  "speech-to-text": { locale: "de-DE" },
  "custom-speech-to-text": { modelId: MODEL_ID },
  "custom-text-to-speech": { modelId: MODEL_ID },
  "text-to-speech": { voice: "en-US-ZiraRUS" },
  "neural-text-to-speech": { voice: "en-US-AriaNeural" },
  "language-detection": {},
  sentiment: { language: "de" },
};

const proxyAddress = fc.constantFrom("http://proxy.contoso.com:8888", "https://10.0.0.1:3128", "http://proxy");

const levels = fc.constantFrom("Trace", "Information", "None");

const more = {
  mounts: fc.record({ output: fc.constantFrom("volume", "/srv/speech/output") }),
  proxy: fc.record(
    {
      http: proxyAddress,
      https: proxyAddress,
      except: fc.uniqueArray(fc.constantFrom(".contoso.com", "10.0.0.0/8", "azure.example:443"), { minLength: 1 }),
      authenticated: fc.boolean(),
    },
    { requiredKeys: ["http"] },
  ),
  extraSettings: fc.dictionary(
    fc.constantFrom("Logging:Console:LogLevel:Microsoft", "Some__Other", "Kestrel:Limits:MaxRequestBodySize"),
    fc.constantFrom("Warning", "true", "8", 'it\'s a "word" & more'),
  ),
  settings: fc.record(
    {
      applicationInsights: fc.boolean(),
      decoders: fc.integer({ min: 1, max: 1000 }),
      logging: fc.record(
        {
          console: levels,
          debug: levels,
          disk: fc.record(
            { format: fc.constant("json"), maxFileSize: fc.constantFrom(-1, 1, 10), level: levels },
            { requiredKeys: ["format"] },
          ),
          fluentd: fc.record(
            {
              host: fc.constantFrom("fluentd", "10.0.0.9"),
              port: fc.integer({ min: 1, max: 65_535 }),
              heartbeat: fc.integer({ min: 1, max: 1e9 }).map((milliseconds) => `${milliseconds}ms`),
              sendBufferSize: fc.integer({ min: 1, max: 1e9 }),
              tls: fc.boolean(),
              tlsTimeout: fc.constantFrom("1m30s", "1.5s"),
            },
            { requiredKeys: ["host"] },
          ),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  ),
};

const kinds = editions.flatMap((edition) =>
  functionsOf(edition)
    .filter((name) => name in serving)
    .map((name) => ({ edition, name })),
);

const options = fc.record(
  {
    ...more,
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

/** Where accounts and variables are noted, which no command holds. */
const PARTS = new Set(["account", "textAnalytics", "proxy", "settings"]);

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
        // The sentiment image of 2020 is in a registry that is still open.
        allowRetired: edition === "2020-05" && name !== "sentiment",
      };
      const { decoders: _decoders, ...others } = rest.settings ?? {};
      const settings = /speech-to-text/.test(name) ? rest.settings : others;
      const planned = planDeployment(
        deployment([captions({ ...request, settings })], { edition, ...(name === "sentiment" && { textAnalytics }) }),
      );
      fc.pre(planned.ok);
      const [plan] = planned.plan.sites.flatMap(({ containers }) => containers);
      if (plan === undefined) throw new Error("expected a container");
      const { text, notCarried } = adopted(dockerRun(plan), "contoso");
      expect(containersIn(text).map(running)).toEqual([running(plan)]);
      expect(notCarried.filter(({ container: of }) => !PARTS.has(of))).toEqual([]);
    }),
  );
});
