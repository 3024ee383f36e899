import { z } from "zod";
import { editions } from "../../domain/catalogue";
import { profiles } from "../../domain/profiles";
import { account, licenseAccount, textAnalytics } from "./account";
import { container, disconnected } from "./container";
import { engine } from "./engine";
import { exactlyOneOf, exactlyOneKey } from "./exclusive";
import { registryOf } from "./registry";
import { proxy, settings } from "./settings";

const NAMES = "lower-case letters, digits and hyphens, at most 40 characters";

const containers = z.record(z.string(), container).meta({
  description: `The containers by name (${NAMES}). Names become ids: a renamed container is replaced.`,
  examples: [{ captions: { function: "speech-to-text", locale: "en-US", port: 5000 } }],
});

const registry = registryOf(
  "Registry to pull images from instead of Microsoft's, such as a mirror. Containers can have their own.",
);

const site = z
  .strictObject({
    engine: engine.optional().meta({ description: 
        "The site's Docker Engine. What is left out is taken from the engine of the deployment; " +
        "with a host of its own, tls and advertise are not.",
 }),
    registry,
    settings: settings.optional(),
    proxy: proxy.optional(),
    disconnected: disconnected.optional(),
    containers,
  })
  .meta({
    id: "site",
    description: "A place with an engine of its own.",
    examples: [{ containers: { captions: { function: "speech-to-text", locale: "en-US" } } }],
  });

const backend = exactlyOneKey(
  z.record(z.string(), z.record(z.string(), z.unknown())),
  "write one backend type and its settings: `backend: { azurerm: { … } }`",
).meta({
  description:
    "Where Terraform keeps the state: any backend type with its settings. Credentials go into the environment. " +
    "Default: a local file, which holds the account's key in the clear.",
  examples: [
    {
      azurerm: {
        resource_group_name: "tf-rg",
        storage_account_name: "contosotf",
        container_name: "state",
        key: "speech.tfstate",
      },
    },
  ],
});

/** The one schema of `speech.yaml`. It holds types, keys and words; what the values mean is judged by the planner. */
export const deployment = exactlyOneOf(
  z.strictObject({
    name: z.string().meta({
      description: `Name of the deployment (${NAMES}). Stacks and everything on the engine start with it.`,
      examples: ["contoso-speech"],
    }),
    edition: z
      .enum(editions)
      .optional()
      .meta({
        description:
          "Dated set of images, sizes and settings, so that an upgrade of this package changes no image. " +
          "Default: the newest, with a warning.",
      }),
    profile: z.enum(profiles).optional().meta({
      description: "How strictly the deployment is judged. Default: trial.",
      default: "trial",
    }),
    eula: z.enum(["accept"]).meta({
      description: "`accept` says that you accept the licence terms of the containers. Without it nothing is planned.",
    }),
    account,
    textAnalytics: textAnalytics.optional(),
    licenseAccount: licenseAccount.optional(),
    disconnected: disconnected.optional(),
    backend: backend.optional(),
    tags: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: "Azure tags of what is made in Azure.", examples: [{ team: "speech" }] }),
    registry,
    settings: settings.optional(),
    proxy: proxy.optional(),
    engine: engine.optional(),
    containers: containers.optional(),
    sites: z
      .record(z.string(), site)
      .optional()
      .meta({
        description: `Sites by name (${NAMES}), each with an engine and a stack of its own, instead of containers.`,
        examples: [{ leeds: { containers: { captions: { function: "speech-to-text", locale: "en-GB" } } } }],
      }),
  }),
  ["containers", "sites"],
  "write `containers:` for one engine, or `sites:` for several",
).meta({
  title: "speech.yaml",
  description: "A deployment of Azure Speech containers: an account, engines, and containers that answer on known URLs.",
});

export type Deployment = z.input<typeof deployment>;
