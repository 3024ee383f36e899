import { z } from "zod";
import { functionNames } from "../../domain/catalogue";
import { displayTypes } from "../../domain/display-models";
import { LAST_PORT, cores, memory } from "./engine";
import { registryOf } from "./registry";
import { extraSettings, proxy, settings } from "./settings";

const text = (description: string, ...examples: readonly string[]) =>
  z
    .string()
    .optional()
    .meta({ description, examples: [...examples] });

const size = z
  .union([
    z.enum(["minimum", "recommended"]),
    z.strictObject({
      cores: cores("CPU limit in cores.", 8),
      memory: memory("Memory limit; there is no swap on top.", "16g"),
      belowMinimum: text("Why less than the minimum will do, in words. It is recorded in the plan.", "smoke test only"),
    }),
  ])
  .meta({
    description:
      "CPU and memory limits: minimum, recommended, or { cores, memory }. Speech to text needs memory for its model " +
      "on top of the documented size; minimum and recommended include it. Default: recommended.",
    default: "recommended",
    examples: [{ cores: 8, memory: "16g" }],
  });

const uses = (description: string, example: number) =>
  z.int().min(1).optional().meta({ description, examples: [example] });

const expect = z
  .strictObject({
    liveStreams: uses("Speech to text: people who speak at the same time.", 4),
    fileStreams: uses("Speech to text: recordings that are transcribed at the same time.", 2),
    synthesisRequests: uses("Text to speech: texts that are spoken at the same time.", 3),
    detectionRequests: uses("Language detection: calls at the same time.", 4),
  })
  .meta({
    description:
      "What happens at the same time, instead of size: one number, from which cores, memory and decoders are planned. " +
      "`speech-containers explain` shows the arithmetic.",
    examples: [{ liveStreams: 4 }],
  });

const mounts = z
  .strictObject({
    models: text(
      "Absolute path of a folder on the engine's host in which a custom container keeps its model. " +
        "Default: a volume named after the model, shared by all containers with this model.",
      "/srv/speech/models",
    ),
    output: text(
      "Where the container writes logs and usage records: `volume` for one named after the container, or the " +
        "absolute path of a folder on the engine's host that the user nonroot of the image may write to. " +
        "Default: nowhere that outlives the container.",
      "volume",
      "/srv/speech/output",
    ),
    license: text(
      "Absolute path of a folder on the engine's host for the licence of a disconnected container. " +
        "Default: a volume named after the container and its image.",
      "/srv/speech/license",
    ),
  })
  .meta({
    description: "Folders of the engine's host and volumes.",
    examples: [{ output: "volume" }, { models: "/srv/speech/models" }],
  });

/** Also of a site and of the deployment: what is below takes it from there. */
export const disconnected = z
  .union([
    z.boolean(),
    z.strictObject({
      renewal: z
        .string()
        .optional()
        .meta({
          description: "Any words. Another text fetches a new licence, such as before the old one expires.",
          examples: ["2027"],
        }),
    }),
  ])
  .meta({
    description:
      "true: run on a licence that a step fetches from a DC0 account, without key and connection from then on. " +
      "Usage records go to mounts.output. Containers take it from their site, sites from the deployment. " +
      "Default: false.",
    default: false,
    examples: [true, { renewal: "2027" }],
  });

const displayModels = z
  .strictObject({
    locale: text("Fetches the newest ones of this locale, of the types named beside it.", "en-US"),
    types: z
      .array(z.enum(displayTypes))
      .optional()
      .meta({
        description: `Types of the newest ones: ${displayTypes.join(", ")}.`,
        examples: [["punct", "rescore"], ["full"]],
      }),
    ids: z
      .record(z.string(), z.string())
      .optional()
      .meta({
        description: "Display models one by one: ids (GUIDs) by type.",
        examples: [{ punct: "22222222-2222-3333-4444-555555555555" }],
      }),
    renewal: text("Any words. Another text fetches anew, such as when there are newer ones.", "2026-11"),
  })
  .meta({
    description:
      "Display models, which turn recognized words into text that is read, for custom-speech-to-text from 3.1.0 on. A " +
      "step fetches them before the container starts. Default: none.",
    examples: [{ locale: "en-US", types: ["full"] }],
  });

const healthCheck = z
  .strictObject({
    test: z.array(z.string()).meta({
      description: "The command, as Docker takes it. Whether the image holds such a program is yours to know.",
      examples: [["CMD", "curl", "--fail", "http://localhost:5000/ready"]],
    }),
    interval: text("Time between two checks, such as 30s or 1m30s. Default: 30s.", "30s"),
    timeout: text("Time after which a check counts as failed. Default: 30s.", "10s"),
    startPeriod: text("Time after the start in which failures do not count. Default: 2m.", "2m"),
    retries: z
      .int()
      .min(1)
      .optional()
      .meta({ description: "Failures in a row that make the container unhealthy. Default: 3.", examples: [3] }),
  })
  .meta({
    description:
      "A health check inside of the container. Default: none, since a wrong one gets the container replaced on " +
      "every apply; `speech-containers verify` proves readiness from outside.",
    examples: [{ test: ["CMD", "curl", "--fail", "http://localhost:5000/ready"], interval: "30s" }],
  });

const sentiment = z
  .union([
    z.enum(["cloud"]),
    z.strictObject({
      container: z.string().meta({
        description: "Name of a container of the same site with function: sentiment.",
        examples: ["tone"],
      }),
    }),
  ])
  .meta({
    description:
      "Where results get their sentiment from, for speech-to-text and custom-speech-to-text from version 2.2.0 on: the " +
      "Text Analytics account (cloud), or a sentiment container. Default: results have no sentiment.",
    examples: [{ container: "tone" }],
  });

export const container = z
  .strictObject({
    function: z.enum(functionNames).meta({
      description: "What the container does, named like its image's repository.",
    }),
    locale: text("Language and region, for speech-to-text. Its images hold one locale each.", "en-US"),
    voice: text("Voice by its SSML short name, for text-to-speech and neural-text-to-speech.", "en-US-AriaNeural"),
    modelId: text(
      "Id (GUID) of the custom model that a custom container serves. Required for custom functions.",
      "11111111-2222-3333-4444-555555555555",
    ),
    language: text("Language of a sentiment container; its images hold one each. Default: en.", "de"),
    version: text("Version of the image. Default: the edition's.", "4.12.0"),
    tag: text("The image's whole tag, instead of version, locale and voice.", "4.12.0-amd64-en-us"),
    digest: text("Digest of the image: what is deployed is then exactly this image.", `sha256:${"0".repeat(64)}`),
    registry: registryOf("Registry to pull from instead of Microsoft's, with a path if it has one."),
    port: z
      .int()
      .min(1)
      .max(LAST_PORT)
      .optional()
      .meta({
        description:
          "Port on the engine's host, 1 to 65535. Default: a free one from 5000 upwards that follows from the name.",
        examples: [5000],
      }),
    address: z
      .string()
      .optional()
      .meta({
        description:
          "IPv4 address of the engine's host on which the port is open. Any but loopback needs front or exposed, " +
          "since the containers authenticate nobody. Default: 127.0.0.1.",
        default: "127.0.0.1",
      }),
    size: size.optional(),
    expect: expect.optional(),
    mounts: mounts.optional(),
    sentiment: sentiment.optional(),
    settings: settings.optional(),
    extraSettings: extraSettings.optional(),
    proxy: proxy.optional(),
    disconnected: disconnected.optional(),
    displayModels: displayModels.optional(),
    healthCheck: healthCheck.optional(),
    front: text("The proxy that guards this port with TLS and authentication, in words.", "nginx on the same host"),
    exposed: text("Why this port may be open to others without a guard, in words.", "lab network without users"),
    secretsVia: z.enum(["environment", "arguments"]).optional().meta({
      description:
        "How the key reaches the container: as an environment variable, or as a word of the command that everyone " +
        "on the engine's host can read. Default: environment.",
      default: "environment",
    }),
    allowRetired: z.boolean().optional().meta({
      description: "true: plan an image that Microsoft no longer serves, for those who have a copy. Default: false.",
      default: false,
    }),
  })
  .meta({
    id: "container",
    description: "A container: one function on one host port.",
    examples: [{ function: "speech-to-text", locale: "en-US", port: 5000 }],
  });
