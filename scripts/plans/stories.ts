import type { Story, Step } from "./story";

interface Clean {
  readonly locale?: string;
  readonly memory?: string;
  readonly keySlot?: string;
  readonly account?: string;
}

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** The clean example: no rule has anything against it, in profile production. */
function clean({
  locale = "en-US",
  memory = "16g",
  keySlot = "primary",
  account = "contoso-speech",
}: Clean = {}): Step["given"] {
  return {
    yaml: `name: contoso
edition: "2025-07"
eula: accept
profile: production
backend:
  azurerm: { resource_group_name: state, storage_account_name: contosostate, container_name: state, key: speech.tfstate }
account:
  name: ${account}
  location: westeurope
  resourceGroup: { name: contoso, create: true }
  keySlot: ${keySlot}
engine: { cores: 32, memory: 64g }
containers:
  captions:
    function: speech-to-text
    locale: ${locale}
    digest: "${digest("a")}"
    size: { cores: 8, memory: ${memory} }
    port: 5000
  narrator: { function: neural-text-to-speech, voice: en-US-AriaNeural, digest: "${digest("b")}", port: 5001 }
  callcenter:
    function: custom-speech-to-text
    modelId: 11111111-2222-3333-4444-555555555555
    digest: "${digest("c")}"
    port: 5002
`,
  };
}

const existing: Step["given"] = {
  yaml: `name: contoso
edition: "2025-07"
eula: accept
account: { existing: { name: shared-speech, resourceGroup: shared } }
engine: { avx2: false }
containers:
  captions: { function: speech-to-text, locale: en-US, port: 5000 }
`,
};

/** Two accounts: captions asks a companion how positive the words are, live asks the cloud. */
const sentiment: Step["given"] = {
  yaml: `name: contoso
edition: "2025-07"
eula: accept
profile: production
account: { name: contoso-speech, location: westeurope, resourceGroup: { name: contoso, create: true } }
textAnalytics: { name: contoso-text, location: westeurope, resourceGroup: { name: contoso } }
engine: { avx2: true }
containers:
  captions:
    function: speech-to-text
    locale: en-US
    digest: "${digest("a")}"
    port: 5000
    sentiment: { container: tone }
  tone: { function: sentiment, language: en, digest: "${digest("b")}", port: 5001 }
  live: { function: speech-to-text, locale: en-US, digest: "${digest("a")}", port: 5002, sentiment: cloud }
  language: { function: language-detection, digest: "${digest("c")}", port: 5003 }
backend:
  azurerm: { resource_group_name: state, storage_account_name: contosostate, container_name: state, key: speech.tfstate }
`,
};

const KEPT_IMAGE =
  "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-en-us-arianeural";

/** Every plan of real Terraform that the rules are tested with. */
export const stories: readonly Story[] = [
  {
    steps: [
      {
        given: clean(),
        keep: { name: "first", about: "the clean example before its first apply", committed: true },
        apply: "succeeds",
      },
      {
        given: clean(),
        keep: { name: "settled", about: "the clean example after its apply: nothing to do", committed: true },
      },
      { given: clean({ locale: "en-GB" }), keep: { name: "locale", about: "another locale, so another image" } },
      { given: clean({ keySlot: "secondary" }), keep: { name: "keys", about: "the other key, for all at once" } },
      { given: clean({ memory: "20g" }), keep: { name: "memory", about: "more memory: changed in place" } },
      { given: clean({ account: "contoso-voice" }), keep: { name: "account", about: "the account gets another name" } },
      {
        given: clean({ locale: "en-GB" }),
        words: ["-target=docker_container.captions"],
        keep: { name: "targeted", about: "another locale, with -target" },
      },
      {
        given: clean({ locale: "en-GB" }),
        words: ["-target=docker_network.speech_network"],
        keep: { name: "network", about: "a plan of the network alone" },
      },
      { given: clean(), words: ["-destroy"], keep: { name: "destroy", about: "everything is destroyed" } },
      {
        given: clean({ keySlot: "secondary" }),
        words: ["-target=docker_container.captions"],
        apply: "succeeds",
      },
      {
        given: clean({ keySlot: "secondary" }),
        keep: { name: "keys-rest", about: "the other key, for the second half" },
        apply: "succeeds",
      },
      {
        given: clean({ keySlot: "secondary" }),
        outside: [{ stop: "contoso-captions" }],
        keep: { name: "stopped", about: "captions was stopped by hand" },
        apply: "succeeds",
      },
      {
        given: clean({ keySlot: "secondary" }),
        outside: [
          { updateContainer: { name: "contoso-narrator", memory: "12g" } },
          { regenerateKey: { account: "contoso-speech", key: "key2" } },
        ],
        keep: { name: "drift", about: "somebody gave narrator less memory and made a new key" },
      },
    ],
  },
  {
    steps: [
      {
        given: existing,
        outside: [{ addAccount: { name: "shared-speech", group: "shared" } }],
        keep: { name: "existing", about: "an account that is only read: its key is known at the first plan" },
      },
    ],
  },
  {
    steps: [
      {
        given: sentiment,
        keep: { name: "sentiment", about: "sentiment of a companion and of the cloud, first apply", committed: true },
      },
    ],
  },
  {
    steps: [
      {
        given: { hcl: "modules" },
        keep: { name: "modules", about: "hand-written modules, count and for_each", committed: true },
        apply: "succeeds",
      },
      { given: { hcl: "modules" }, keep: { name: "modules-settled", about: "the same after its apply" } },
    ],
  },
  {
    steps: [
      { given: { hcl: "wrong" }, keep: { name: "wrong", about: "hand-written, with every mistake of the manual" } },
    ],
  },
  {
    steps: [
      { given: { hcl: "first-names" }, apply: "succeeds" },
      { given: { hcl: "other-names" }, keep: { name: "renamed", about: "new addresses and no moved block" } },
      { given: { hcl: "moved-names" }, keep: { name: "moved", about: "new addresses with moved blocks" } },
    ],
  },
  {
    steps: [
      {
        given: { hcl: "conditions" },
        keep: { name: "conditions", about: "a check that fails, an output that tells the key" },
        apply: "succeeds",
      },
      { given: { hcl: "conditions" }, keep: { name: "conditions-settled", about: "the same after its apply" } },
    ],
  },
  {
    steps: [
      { given: { hcl: "images-before" }, apply: "succeeds" },
      {
        given: { hcl: "images-after" },
        outside: [{ runContainer: { name: "kept", image: KEPT_IMAGE, command: ["Eula=accept"] } }],
        apply: "fails",
      },
      { given: { hcl: "images-after" }, keep: { name: "deposed", about: "an old image could not be removed" } },
    ],
  },
  {
    steps: [
      { given: { hcl: "volumes" }, apply: "succeeds" },
      { given: { hcl: "other-volumes" }, keep: { name: "volume", about: "another name for the model's volume" } },
      { given: { hcl: "other-model" }, keep: { name: "model", about: "another model on the same volume" } },
    ],
  },
  {
    steps: [
      { given: { hcl: "mistakes" }, keep: { name: "mistakes", about: "hand-written, the mistakes that wrong lacks" } },
    ],
  },
  {
    steps: [
      { given: { hcl: "later-before" }, apply: "succeeds" },
      {
        given: { hcl: "newer" },
        keep: { name: "newer", about: "new major versions, and the licence of the old image" },
      },
      {
        given: { hcl: "later" },
        keep: { name: "later", about: "hand-written, hardly anything is known before apply" },
      },
    ],
  },
];
