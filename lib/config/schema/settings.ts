import { z } from "zod";
import { type ContainerSetting, type SettingKind, containerSettings } from "../../domain/catalogue/container-settings";
import { sentence } from "../../domain/words";

const byKey: ReadonlyMap<string, ContainerSetting> = new Map(
  containerSettings.map(({ value }) => [value.key, value] as const),
);

/** The catalogue's setting of a key; the schema has keys of the catalogue only. */
function settingOf(key: string): ContainerSetting {
  const setting = byKey.get(key);
  if (setting === undefined) {
    throw new Error(`the catalogue has no setting ${key}`);
  }
  return setting;
}

function leaf<Schema extends z.ZodType>(key: string, schema: Schema, example: unknown) {
  const setting = settingOf(key);
  const { meaning, default: standard, functions, name } = setting;
  const sentences = [
    sentence(`${meaning} (${name})`),
    ...(functions === undefined ? [] : [`For ${functions.join(" and ")}.`]),
    ...(standard === undefined ? [] : [`Default: ${standard}.`]),
  ];
  return schema.optional().meta({ description: sentences.join(" "), examples: [example] });
}

const words = (key: string, example: string) => {
  const kind: SettingKind = settingOf(key).value;
  return leaf(key, z.enum(kind.kind === "words" ? [...kind.words] : []), example);
};
const integer = (key: string, example: number) => leaf(key, z.int(), example);
const text = (key: string, example: string) => leaf(key, z.string(), example);
const flag = (key: string) => leaf(key, z.boolean(), true);

const disk = z
  .strictObject({
    format: words("logging.disk.format", "json"),
    maxFileSize: integer("logging.disk.maxFileSize", 10),
    level: words("logging.disk.level", "Debug"),
  })
  .meta({
    description:
      "Logs as files in the output mount, which is a volume of the container's own unless mounts.output says otherwise.",
    examples: [{ format: "json", maxFileSize: 10 }],
  });

const fluentd = z
  .strictObject({
    host: text("logging.fluentd.host", "fluentd.contoso.com"),
    port: integer("logging.fluentd.port", 24_224),
    heartbeat: text("logging.fluentd.heartbeat", "60s"),
    sendBufferSize: integer("logging.fluentd.sendBufferSize", 32_768),
    tls: flag("logging.fluentd.tls"),
    tlsTimeout: text("logging.fluentd.tlsTimeout", "10s"),
  })
  .meta({ description: "Logs to a Fluentd server.", examples: [{ host: "fluentd.contoso.com", tls: true }] });

const logging = z
  .strictObject({
    console: words("logging.console", "Information"),
    debug: words("logging.debug", "Debug"),
    disk: disk.optional(),
    fluentd: fluentd.optional(),
  })
  .meta({
    description: "What is logged, and where to. Logs of speech to text hold the recognized words.",
    examples: [{ console: "Information" }],
  });

export const settings = z
  .strictObject({
    logging: logging.optional(),
    applicationInsights: leaf("applicationInsights", z.boolean(), true).meta({
      description:
        "true: sends telemetry to Application Insights (ApplicationInsights:InstrumentationKey). Its key comes from " +
        "the sensitive Terraform variable speech_application_insights_key (environment: " +
        "TF_VAR_speech_application_insights_key). Default: false.",
      default: false,
    }),
    decoders: integer("decoders", 8),
  })
  .meta({
    id: "settings",
    description:
      "Settings of the containers. What a container leaves out is taken from its site, then from the top, where its " +
      "function has it.",
    examples: [{ logging: { console: "Information" }, decoders: 8 }],
  });

const proxyAddress = (description: string) =>
  z
    .string()
    .optional()
    .meta({ description, examples: ["http://proxy.contoso.com:8888"] });

export const proxy = z
  .union([
    z.enum(["none"]),
    z.strictObject({
      http: proxyAddress("Address of the proxy, without user and password. Required, here or above."),
      https: proxyAddress("Address of the proxy for what is sent by https. Default: the same."),
      except: z
        .array(z.string())
        .optional()
        .meta({
          description:
            "Hosts, domains, addresses and ranges that are reached without the proxy. localhost and 127.0.0.1 always are. " +
            "Default: no others.",
          examples: [[".contoso.com", "10.0.0.0/8"]],
        }),
      authenticated: z.boolean().optional().meta({
        description:
          "true: the proxy wants user:password, which come from the sensitive Terraform variable " +
          "speech_proxy_credentials (environment: TF_VAR_speech_proxy_credentials). Default: false.",
        default: false,
      }),
    }),
  ])
  .meta({
    id: "proxy",
    description:
      "The proxy through which containers reach Azure; none: no proxy, whatever stands above. What is left out is " +
      "taken from above. Default: no proxy.",
    examples: [{ http: "http://proxy.contoso.com:8888" }],
  });

const extraValue = z.union([
  z.string().meta({ description: "The value, on one line." }),
  z.number().meta({ description: "A number." }),
  z.boolean().meta({ description: "true or false." }),
]);

export const extraSettings = z.record(z.string(), extraValue).meta({
  description:
    "Settings that have no key here, by the name that the container knows; they are passed on as they are. " +
    "Those with a key of their own, and secrets, are refused.",
  examples: [{ "Logging:Console:LogLevel:Microsoft": "Warning" }],
});
