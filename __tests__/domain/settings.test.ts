import {
  type ContainerRequest,
  type DeploymentRequest,
  type SettingsRequest,
  catalogueSources,
  containerSettings,
  functionNames,
} from "../../lib/domain";
import { FINGERPRINT_LABEL } from "../../lib/domain/labels";
import { type ProblemRow, custom, in2020, neural, one, top } from "./problem-requests";
import { MODEL_ID, captions, codesOf, containerOf, deployment, planOf, problemOf } from "./requests";

const given = (request: DeploymentRequest, via: "argument" | "environment" = "argument") =>
  containerOf(request)
    .settings.filter((setting) => setting.via === via)
    .map(({ name, value }) => `${name}=${value.kind === "literal" ? value.text : `<${value.kind}>`}`);
const words = (settings: SettingsRequest, more: Partial<ContainerRequest> = {}) =>
  given(one({ settings, ...more })).slice(2);
const at = (key: string) => `containers.captions.${key}`;

const everything: SettingsRequest = {
  decoders: 8,
  applicationInsights: true,
  logging: {
    fluentd: { host: "logs", port: 1, heartbeat: "1m", sendBufferSize: 4096, tls: true, tlsTimeout: "1.5s" },
    disk: { format: "json", maxFileSize: -1, level: "Debug" },
    debug: "Trace",
    console: "Information",
  },
};

describe("the catalogue of settings", () => {
  it.each(containerSettings.map((setting) => [setting.value.key, setting] as const))("%s is whole", (_, setting) => {
    const { needs, since, functions, meaning } = setting.value;
    expect(setting.sources.map((source) => catalogueSources[source].date)).not.toContain("");
    expect(setting.sources).not.toEqual([]);
    expect(meaning).toMatch(/^[a-z].*[^.]$/);
    expect(containerSettings.map(({ value }) => value.key)).toEqual(expect.arrayContaining(needs ? [needs] : []));
    expect(functionNames).toEqual(expect.arrayContaining([...(functions ?? []), ...Object.keys(since ?? {})]));
  });

  it("has each key and each name once", () => {
    for (const property of ["key", "name"] as const) {
      const all = containerSettings.map(({ value }) => value[property]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe("settings of a container", () => {
  it("are words behind the image in the documented order, however they are written", () => {
    expect(words(everything)).toEqual([
      "Mounts:Output=/output",
      "Logging:Console:LogLevel:Default=Information",
      "Logging:Debug:LogLevel:Default=Trace",
      "Logging:Disk:Format=json",
      "Logging:Disk:MaxFileSize=-1",
      "Logging:Disk:LogLevel=Debug",
      "Fluentd:Host=logs",
      "Fluentd:Port=1",
      "Fluentd:HeartbeatMs=60000",
      "Fluentd:SendBufferSize=4096",
      "Fluentd:TlsConnectionEstablishmentTimeoutMs=1500",
      "Fluentd:UseTLS=true",
    ]);
  });

  it("are variables where they are secret, or documented as variables", () => {
    expect(given(one({ settings: everything }), "environment")).toEqual([
      "ApiKey=<apiKey>",
      "ApplicationInsights__InstrumentationKey=<secret>",
      "DECODER_MAX_COUNT=8",
    ]);
  });

  it("stand all behind the image, secrets too, when secrets go by arguments", () => {
    const request = one({ settings: everything, secretsVia: "arguments" });
    expect(given(request)).toContain("ApplicationInsights:InstrumentationKey=<secret>");
    expect(given(request, "environment")).toEqual(["DECODER_MAX_COUNT=8"]);
  });

  it("log to disk into a volume, without which the container does not start, or into the folder that is given", () => {
    const disk = { logging: { disk: { format: "json" } } };
    expect(containerOf(one({ settings: disk })).mounts).toMatchObject([{ source: "contoso-output-captions" }]);
    expect(containerOf(one({ settings: disk, mounts: { output: "/srv/logs" } })).mounts).toMatchObject([
      { type: "bind", source: "/srv/logs" },
    ]);
  });

  it("are in the fingerprint as far as they are variables: the provider keeps those when none is left", () => {
    const fingerprint = (settings?: SettingsRequest) => containerOf(one({ settings })).labels[FINGERPRINT_LABEL];
    expect(fingerprint({ decoders: 8 })).not.toBe(fingerprint());
    expect(fingerprint({ decoders: 9 })).not.toBe(fingerprint({ decoders: 8 }));
    expect(fingerprint({ logging: { console: "Debug" } })).toBe(fingerprint());
  });
});

describe("settings from above", () => {
  const narrator = { name: "narrator", function: "neural-text-to-speech", voice: "en-US-AriaNeural", port: 5001 };
  const byName = (request: DeploymentRequest) =>
    Object.fromEntries(
      planOf(request).sites.flatMap(({ containers }) =>
        containers.map(({ name, settings }) => [
          name,
          settings.flatMap(({ name: setting, value }) =>
            /^(?:Logging|DECODER|Application)/.test(setting) && value.kind === "literal" ? [value.text] : [],
          ),
        ]),
      ),
    );

  it("go to the containers that have them, and give way one by one to what is nearer", () => {
    const settings: SettingsRequest = { decoders: 4, logging: { console: "Warning", debug: "Debug" } };
    const site = {
      name: "leeds",
      settings: { logging: { console: "Error" } },
      containers: [captions({ settings: { decoders: 9 } }), narrator],
    };
    const request = deployment([], { layout: "sites", settings, sites: [site] });
    expect(codesOf(request)).toEqual([]);
    expect(byName(request)).toEqual({ captions: ["Error", "Debug", "9"], narrator: ["Error", "Debug"] });
  });

  it("can be switched off by a container", () => {
    const request = deployment([captions({ settings: { applicationInsights: false } })], {
      settings: { applicationInsights: true },
    });
    expect(given(request, "environment")).toEqual(["ApiKey=<apiKey>"]);
  });

  it("are no problem in a version that does not have them yet", () => {
    const request = in2020({ version: "1.2.0" });
    const errors = (settings: SettingsRequest) =>
      codesOf({ ...request, settings }).filter((code) => /SPC28[0-6]/.test(code));
    expect(errors({ decoders: 4 })).toEqual([]);
  });

  it("are judged once, where they are written", () => {
    const containers = [captions(), captions({ name: "other", port: 5001 })];
    expect(codesOf(deployment(containers, { settings: { logging: { console: "Loud" } } }))).toEqual([
      "SPC280 settings.logging.console",
    ]);
  });
});

const rows: readonly ProblemRow[] = [
  ["an unknown level", one({ settings: { logging: { console: "information" } } }), ["SPC280 settings.logging.console"]],
  [
    "another format",
    one({ settings: { logging: { disk: { format: "xml" } } } }),
    ["SPC280 settings.logging.disk.format"],
  ],
  [
    "a file size of nothing",
    one({ settings: { logging: { disk: { format: "json", maxFileSize: 0 } } } }),
    ["SPC280 settings.logging.disk.maxFileSize"],
  ],
  [
    "a server with its port",
    one({ settings: { logging: { fluentd: { host: "logs:24224" } } } }),
    ["SPC280 settings.logging.fluentd.host"],
  ],
  [
    "a duration without a unit",
    one({ settings: { logging: { fluentd: { host: "logs", heartbeat: "60" } } } }),
    ["SPC280 settings.logging.fluentd.heartbeat"],
  ],
  ["no decoder", one({ settings: { decoders: 0 } }), ["SPC280 settings.decoders"]],
  ["half a decoder", one({ settings: { decoders: 1.5 } }), ["SPC280 settings.decoders"]],
  [
    "decoders of a voice",
    neural({ voice: "en-US-AriaNeural", settings: { decoders: 2 } }),
    ["SPC281 settings.decoders"],
  ],
  [
    "the size of files that nobody writes",
    one({ settings: { logging: { disk: { maxFileSize: 5 } } } }),
    ["SPC283 settings.logging.disk.maxFileSize"],
  ],
  [
    "a port of no server",
    one({ settings: { logging: { fluentd: { port: 24_224 } } } }),
    ["SPC283 settings.logging.fluentd.port"],
  ],
].map(
  ([what, request, problems]) =>
    [what, request, (problems as string[]).map((each) => each.replace(" ", ` ${at("")}`))] as ProblemRow,
);

describe("a problem of settings", () => {
  it.each(rows)("is %s", (_, request, problems) => {
    expect(codesOf(request)).toEqual(problems);
  });

  it.each([
    [
      one({ settings: { logging: { console: "Info" } } }),
      "SPC280",
      '"Info" is not a log level',
      "use Trace, Debug, Information, Warning, Error, Critical or None; nearest: Information",
    ],
    [
      one({ settings: { logging: { disk: { format: "json", maxFileSize: -2 } } } }),
      "SPC280",
      '"-2" is not a number of MB',
      "write a whole number from 1 upwards, or -1 for no limit",
    ],
    [
      in2020({ version: "1.2.0", settings: { decoders: 4 } }),
      "SPC282",
      "speech-to-text has decoders since 1.3.0, and this is 1.2.0",
      "use version 1.3.0 or later, or delete this line",
    ],
  ] as const)("says what is allowed (%#)", (request, code, message, hint) => {
    expect(problemOf(request, code)).toMatchObject({ message, hint });
  });

  it("is none with a custom model, whose containers have the settings of speech to text", () => {
    expect(codesOf(custom({ settings: everything }))).toEqual([]);
    expect(containerOf(custom({ settings: { decoders: 2 } })).modelId).toBe(MODEL_ID);
    expect(codesOf(top({ settings: everything }))).toEqual([]);
  });
});

describe("decoders", () => {
  const variables = (change: Partial<ContainerRequest>, above?: SettingsRequest) =>
    given(deployment([captions(change)], { settings: above }), "environment").filter((word) =>
      word.startsWith("DECODER"),
    );
  const expect4 = { expect: { liveStreams: 4 } };

  it("follow from the expected use, whatever stands above, unless the container says a number", () => {
    const [expected = ""] = variables(expect4);
    expect(variables({}, { decoders: 5 })).toEqual(["DECODER_MAX_COUNT=5"]);
    expect(variables(expect4, { decoders: 5 })).toEqual([expected]);
    expect(expected).not.toBe("DECODER_MAX_COUNT=5");
    expect(variables({ ...expect4, settings: { decoders: 3 } })).toEqual(["DECODER_MAX_COUNT=3"]);
  });
});
