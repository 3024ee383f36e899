import { account, container, CREATED, HEAD, top, type BadConfig } from "./parts";

export const keysInTheClear: readonly BadConfig[] = [
  {
    title: "a key at a container",
    yaml: container("function: speech-to-text, locale: en-US, apiKey: hunter2"),
    problems: ["SPC310 6:56 containers.captions.apiKey"],
  },
  {
    title: "a key in a key that nobody knows",
    yaml: container("function: speech-to-text, locale: en-US, options: { ApiKey: hunter2 }"),
    problems: ["SPC010 6:56 containers.captions.options", "SPC310 6:67 containers.captions.options.ApiKey"],
  },
  { title: "a key at the account", yaml: account(`${CREATED}, key1: hunter2`), problems: ["SPC310 4:85 account.key1"] },
  {
    title: "a key in a list",
    yaml: container(
      'function: speech-to-text, locale: en-US, healthCheck: { test: [CMD, curl, "-H", "Ocp-Apim-Subscription-Key: 0a1b2c3d-4e5f-6071", x] }',
    ),
    problems: ["SPC310 6:95 containers.captions.healthCheck.test.3"],
  },
  {
    title: "a key by its look in the place of something else",
    yaml: account('endpoint: "0123456789abcdef0123456789abcdef"'),
    problems: ["SPC310 4:22 account.endpoint"],
  },
  {
    title: "a password in an address",
    yaml: top('engine: { host: "ssh://me:hunter2@host" }'),
    problems: ["SPC310 5:17 engine.host"],
  },
  {
    title: "a key in a container named like the backend",
    yaml: `${HEAD}containers:\n  backend: { function: language-detection, apiKey: hunter2 }\n`,
    problems: ["SPC310 6:44 containers.backend.apiKey"],
  },
  {
    title: "a key in a site named like the backend",
    yaml: `${HEAD}sites:\n  backend: { containers: { digest: { function: language-detection, apiKey: hunter2 } } }\n`,
    problems: ["SPC310 6:68 sites.backend.containers.digest.apiKey"],
  },
  {
    title: "a token as a digest",
    yaml: container('function: speech-to-text, locale: en-US, digest: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.x"'),
    problems: ["SPC310 6:64 containers.captions.digest"],
  },
  {
    title: "a model id without its hyphens, which only looks like a key",
    yaml: container('function: custom-speech-to-text, modelId: "0123456789abcdef0123456789abcdef"'),
    problems: ["SPC111 6:57 containers.captions.modelId"],
  },
  {
    title: "a key as a tag named like the backend",
    yaml: top('tags: { backend: "0123456789abcdef0123456789abcdef" }'),
    problems: ["SPC310 5:18 tags.backend"],
  },
  {
    title: "a credential of a backend",
    yaml: top("backend: { azurerm: { access_key: hunter2 } }"),
    problems: ["SPC321 5:35 backend.azurerm.access_key"],
  },
];
