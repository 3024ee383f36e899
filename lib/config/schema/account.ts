import { z } from "zod";

const keySlot = z
  .enum(["primary", "secondary"])
  .optional()
  .meta({
    description:
      "Which of the account's two keys the containers use. Switch to the other one before a key is regenerated, " +
      "so that nothing stops. Default: primary.",
    default: "primary",
  });

const resourceGroup = z
  .strictObject({
    name: z.string().meta({ description: "Name of the resource group.", examples: ["speech-rg"] }),
    create: z.boolean().optional().meta({
      description: "true: the group is made and destroyed with the account. false: it exists already. Default: false.",
      default: false,
    }),
  })
  .meta({
    description: "The Azure resource group that holds the account.",
    examples: [{ name: "speech-rg", create: true }],
  });

const network = z
  .strictObject({
    publicAccess: z.boolean().optional().meta({
      description:
        "false: the account is reached through private endpoints only. Needs customSubdomain. Default: true.",
      default: true,
    }),
    allowedAddresses: z
      .array(z.string())
      .optional()
      .meta({
        description: "IPv4 addresses or ranges that may reach the account; everything else is denied. Default: all.",
        examples: [["203.0.113.7", "198.51.100.0/24"]],
      }),
  })
  .meta({
    description: "Who may reach the account. The containers report their usage to it over port 443.",
    examples: [{ allowedAddresses: ["203.0.113.7"] }],
  });

/** The words in which two kinds of account differ. */
interface AccountWords {
  /** As people call the kind: `Speech`. */
  readonly title: string;
  readonly example: string;
  readonly skus: readonly [string, ...string[]];
  /** What the tiers are, and which is the default. */
  readonly tiers: string;
  readonly standard: string;
  /** The Terraform variable with the key of an account that is known by its endpoint only. */
  readonly variable: string;
}

const createdAccount = ({ title, example, skus, tiers, standard }: AccountWords) =>
  z
    .strictObject({
      name: z.string().meta({
        description: `Name of the Azure ${title} account that is made. A change makes a new account with new keys.`,
        examples: [example],
      }),
      location: z.string().meta({ description: "Azure location of the account.", examples: ["westeurope"] }),
      resourceGroup,
      sku: z
        .enum(skus)
        .optional()
        .meta({ description: `Pricing tier: ${tiers} Default: ${standard}.`, default: standard }),
      customSubdomain: z
        .string()
        .optional()
        .meta({
          description:
            "Subdomain of the account's own endpoint, unique in all of Azure; cannot be changed later. " +
            "Default: none, the endpoint is the one of the location.",
          examples: [example],
        }),
      network: network.optional(),
      protect: z.boolean().optional().meta({
        description: "true: Terraform refuses to destroy the account. Default: false.",
        default: false,
      }),
      keySlot,
    })
    .meta({ title: "An account that is made" });

const existingAccount = ({ title, example }: AccountWords) =>
  z
    .strictObject({
      existing: z
        .strictObject({
          name: z.string().meta({ description: `Name of the ${title} account.`, examples: [example] }),
          resourceGroup: z.string().meta({ description: "Name of its resource group.", examples: ["speech-rg"] }),
        })
        .meta({
          description: "An account that somebody else manages. It is read, never changed.",
          examples: [{ name: example, resourceGroup: "speech-rg" }],
        }),
      keySlot,
    })
    .meta({ title: "An account that exists" });

const endpointAccount = ({ variable }: AccountWords) =>
  z
    .strictObject({
      endpoint: z.string().meta({
        description:
          "Endpoint of an account that Terraform cannot read. Its key comes from the sensitive Terraform variable " +
          `${variable} (environment: TF_VAR_${variable}).`,
        examples: ["https://westeurope.api.cognitive.microsoft.com/"],
      }),
      keySlot,
    })
    .meta({ title: "An account known by its endpoint only" });

/** The key that only one form of account has, in the order of the schema's options. */
export const accountForms = ["name", "existing", "endpoint"] as const;

/** The keys of a deployment that hold an account. */
export const accountKeys: readonly unknown[] = ["account", "textAnalytics", "licenseAccount"];

const accountOf = (words: AccountWords) =>
  z.union([createdAccount(words), existingAccount(words), endpointAccount(words)]);

const FORMS = "one that is made (name, location, resourceGroup), one that exists (existing), or only its address (endpoint).";
const resourceGroupExample = { name: "speech-rg", create: true };

export const account = accountOf({
  title: "Speech",
  example: "contoso-speech",
  skus: ["F0", "S0", "DC0"],
  tiers: "F0 is free with a small quota, S0 is pay as you go, DC0 only gives licences to disconnected containers.",
  standard: "S0",
  variable: "speech_api_key",
}).meta({
  description: `The Azure Speech account that the containers are billed to: ${FORMS}`,
  examples: [{ name: "contoso-speech", location: "westeurope", resourceGroup: resourceGroupExample, sku: "S0" }],
});

export const textAnalytics = accountOf({
  title: "Text Analytics",
  example: "contoso-text",
  skus: ["F0", "S"],
  tiers: "F0 is free with a small quota, S is pay as you go.",
  standard: "S",
  variable: "text_analytics_api_key",
}).meta({
  description:
    `The Azure Text Analytics account that sentiment is billed to: ${FORMS} ` +
    "Needed by containers with function: sentiment and by sentiment: cloud.",
  examples: [{ name: "contoso-text", location: "westeurope", resourceGroup: { name: "speech-rg" } }],
});

export const licenseAccount = accountOf({
  title: "Speech",
  example: "contoso-speech-dc0",
  skus: ["DC0"],
  tiers: "DC0 is the commitment tier for disconnected containers, which Microsoft approves.",
  standard: "DC0",
  variable: "license_api_key",
}).meta({
  description: `The Azure Speech account of the tier DC0 that gives licences to disconnected containers: ${FORMS}`,
  examples: [{ name: "contoso-speech-dc0", location: "westeurope", resourceGroup: { name: "speech-rg" } }],
});
