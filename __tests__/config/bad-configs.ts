/** A wrong configuration and all of its problems: code, line:column and path of each, in the order of the table. */
export interface BadConfig {
  readonly title: string;
  readonly yaml: string;
  readonly problems: readonly string[];
}

const HEAD = `name: contoso
edition: "2025-07"
eula: accept
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
`;

/** One container in line 6, after a head of four lines that is in order. */
const container = (keys: string) => `${HEAD}containers:\n  captions: { ${keys} }\n`;

/** The same with more keys at the top, in line 5. */
const top = (line: string) => `${HEAD}${line}\ncontainers:\n  captions: { function: speech-to-text, locale: en-US }\n`;

/** A created account in line 4. */
const account = (keys: string) => `name: contoso
edition: "2025-07"
eula: accept
account: { ${keys} }
containers:
  captions: { function: speech-to-text, locale: en-US }
`;

const CREATED = "name: contoso, location: westeurope, resourceGroup: { name: speech-rg }";

const brokenYaml: readonly BadConfig[] = [
  { title: "an empty file", yaml: "", problems: ["SPC006 1:1"] },
  { title: "a file of comments", yaml: "# nothing yet\n", problems: ["SPC006 1:1"] },
  { title: "null at the top", yaml: "~\n", problems: ["SPC006 1:1"] },
  { title: "a list at the top", yaml: "- name: contoso\n- name: fabrikam\n", problems: ["SPC006 1:1"] },
  { title: "a word at the top", yaml: "# speech\ncontoso\n", problems: ["SPC006 2:1"] },
  { title: "two documents", yaml: `${HEAD}---\n${HEAD}`, problems: ["SPC005 5:1"] },
  { title: "a tab as indentation", yaml: "containers:\n\tcaptions: {}\n", problems: ["SPC003 2:1"] },
  { title: "a bracket that is not closed", yaml: "account: { endpoint: x\nname: contoso\n", problems: ["SPC003 2:1"] },
  { title: "a quote that is not closed", yaml: 'name: "contoso\neula: accept\n', problems: ["SPC003 3:1"] },
  { title: "two keys in one line", yaml: "name: contoso eula: accept\n", problems: ["SPC003 1:7"] },
  { title: "uneven indentation", yaml: "account:\n    name: x\n  location: y\n", problems: ["SPC003 3:1"] },
  { title: "text that starts with @", yaml: "name: @contoso\n", problems: ["SPC003 1:7"] },
  { title: "a tag of another program", yaml: "name: !env NAME\n", problems: ["SPC003 1:7"] },
  { title: "an alias without its anchor", yaml: "name: *contoso\n", problems: ["SPC003 1:7 name"] },
  {
    title: "an alias inside of its own anchor",
    yaml: "account: &a { existing: *a }\n",
    problems: ["SPC003 1:25 account.existing"],
  },
  { title: "a merged text", yaml: "account:\n  <<: contoso\n", problems: ["SPC003 2:3 account"] },
  { title: "a list as a key", yaml: "? [a, b]\n: c\n", problems: ["SPC003 1:3"] },
  {
    title: "several breaks at once",
    yaml: "name: @contoso\nedition: `2025-07`\neula: !yes accept\n",
    problems: ["SPC003 1:7", "SPC003 2:10", "SPC003 3:7"],
  },
  {
    title: "a key twice",
    yaml: container("function: speech-to-text, locale: en-US, locale: en-GB"),
    problems: ["SPC004 6:56 containers.captions.locale"],
  },
];

const wrongShape: readonly BadConfig[] = [
  { title: "no name", yaml: top("").replace("name: contoso\n", ""), problems: ["SPC011 1:1 name"] },
  { title: "no account", yaml: top("").replace(/account:.*\n/, ""), problems: ["SPC011 1:1 account"] },
  { title: "neither containers nor sites", yaml: HEAD, problems: ["SPC011 1:1"] },
  { title: "containers and sites", yaml: top("sites: {}"), problems: ["SPC013 5:1 sites"] },
  { title: "a key that is nowhere known", yaml: top("disconnected: true"), problems: ["SPC010 5:1 disconnected"] },
  { title: "a misspelt key at the top", yaml: top("profil: trial"), problems: ["SPC010 5:1 profil"] },
  { title: "a misspelt required key", yaml: top("").replace("name:", "nmae:"), problems: ["SPC010 1:1 nmae"] },
  { title: "a container's key at the top", yaml: top("port: 5000"), problems: ["SPC010 5:1 port"] },
  {
    title: "a misspelt locale",
    yaml: container("function: speech-to-text, lokale: en-US"),
    problems: ["SPC010 6:41 containers.captions.lokale"],
  },
  {
    title: "a size outside of size",
    yaml: container("function: speech-to-text, locale: en-US, cores: 8"),
    problems: ["SPC010 6:56 containers.captions.cores"],
  },
  {
    title: "a name inside of a container",
    yaml: container("name: captions, function: speech-to-text, locale: en-US"),
    problems: ["SPC010 6:15 containers.captions.name"],
  },
  {
    title: "a container without function",
    yaml: container("locale: en-US"),
    problems: ["SPC011 6:3 containers.captions.function"],
  },
  {
    title: "a container without anything",
    yaml: `${HEAD}containers:\n  captions:\n`,
    problems: ["SPC012 6:3 containers.captions"],
  },
  { title: "no containers behind the key", yaml: `${HEAD}containers:\n`, problems: ["SPC012 5:1 containers"] },
  {
    title: "containers as a list",
    yaml: `${HEAD}containers:\n  - function: speech-to-text\n`,
    problems: ["SPC012 5:1 containers"],
  },
  {
    title: "a EULA that is only true",
    yaml: top("").replace("eula: accept", "eula: true"),
    problems: ["SPC012 3:7 eula"],
  },
  {
    title: "an edition that is a number",
    yaml: top("").replace('"2025-07"', "2025"),
    problems: ["SPC012 2:10 edition"],
  },
  {
    title: "a version that is a number",
    yaml: container("function: speech-to-text, locale: en-US, version: 4.10"),
    problems: ["SPC012 6:65 containers.captions.version"],
  },
  {
    title: "a port in quotes",
    yaml: container('function: speech-to-text, locale: en-US, port: "5000"'),
    problems: ["SPC012 6:62 containers.captions.port"],
  },
  {
    title: "half a port",
    yaml: container("function: speech-to-text, locale: en-US, port: 80.5"),
    problems: ["SPC012 6:62 containers.captions.port"],
  },
  {
    title: "a size without memory",
    yaml: container("function: speech-to-text, locale: en-US, size: { cores: 8 }"),
    problems: ["SPC011 6:56 containers.captions.size.memory"],
  },
  {
    title: "a size that is a number",
    yaml: container("function: speech-to-text, locale: en-US, size: 8"),
    problems: ["SPC012 6:62 containers.captions.size"],
  },
  {
    title: "a health check as one text",
    yaml: container("function: speech-to-text, locale: en-US, healthCheck: { test: curl }"),
    problems: ["SPC012 6:77 containers.captions.healthCheck.test"],
  },
  {
    title: "a word that is not true or false",
    yaml: container("function: speech-to-text, locale: en-US, allowRetired: yes"),
    problems: ["SPC012 6:70 containers.captions.allowRetired"],
  },
  { title: "an Azure tag that is a number", yaml: top("tags: { cost: 42 }"), problems: ["SPC012 5:15 tags.cost"] },
  { title: "a backend without a type", yaml: top("backend: {}"), problems: ["SPC011 5:1 backend"] },
  { title: "two backends", yaml: top("backend: { s3: {}, gcs: {} }"), problems: ["SPC013 5:1 backend"] },
  { title: "settings of an engine as text", yaml: top("engine: local"), problems: ["SPC012 5:9 engine"] },
  {
    title: "an engine's TLS without a folder",
    yaml: top("engine: { host: tcp://a:2376, tls: {} }"),
    problems: ["SPC011 5:31 engine.tls.certPath"],
  },
  {
    title: "an account without location and group",
    yaml: account("name: contoso"),
    problems: ["SPC011 4:1 account.location", "SPC011 4:1 account.resourceGroup"],
  },
  {
    title: "an account without anything",
    yaml: account(""),
    problems: ["SPC011 4:1 account.location", "SPC011 4:1 account.name", "SPC011 4:1 account.resourceGroup"],
  },
  {
    title: "a group as text",
    yaml: account("name: contoso, location: westeurope, resourceGroup: speech-rg"),
    problems: ["SPC012 4:64 account.resourceGroup"],
  },
  {
    title: "an existing account with a sku",
    yaml: account("existing: { name: contoso, resourceGroup: speech-rg }, sku: S0"),
    problems: ["SPC013 4:67 account.sku"],
  },
  {
    title: "an existing account and an endpoint",
    yaml: account('existing: { name: contoso, resourceGroup: speech-rg }, endpoint: "https://x.example/"'),
    problems: ["SPC013 4:12 account.existing"],
  },
  {
    title: "an account as text",
    yaml: `name: contoso\neula: accept\nedition: "2025-07"\naccount: contoso\ncontainers: { a: { function: language-detection } }\n`,
    problems: ["SPC012 4:10 account"],
  },
];

const keysInTheClear: readonly BadConfig[] = [
  {
    title: "a key at a container",
    yaml: container("function: speech-to-text, locale: en-US, apiKey: hunter2"),
    problems: ["SPC310 6:56 containers.captions.apiKey"],
  },
  {
    title: "a key in a key that nobody knows",
    yaml: container("function: speech-to-text, locale: en-US, settings: { ApiKey: hunter2 }"),
    problems: ["SPC010 6:56 containers.captions.settings", "SPC310 6:68 containers.captions.settings.ApiKey"],
  },
  { title: "a key at the account", yaml: account(`${CREATED}, key1: hunter2`), problems: ["SPC310 4:85 account.key1"] },
  {
    title: "a key in a list",
    yaml: container(
      'function: speech-to-text, locale: en-US, healthCheck: { test: [CMD, curl, "-H", "Ocp-Apim-Subscription-Key: hunter2", x] }',
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
    title: "a credential of a backend",
    yaml: top("backend: { azurerm: { access_key: hunter2 } }"),
    problems: ["SPC321 5:35 backend.azurerm.access_key"],
  },
];

const wrongMeaning: readonly BadConfig[] = [
  { title: "no EULA", yaml: top("").replace("eula: accept\n", ""), problems: ["SPC301 1:1 eula"] },
  { title: "a EULA that is refused", yaml: top("").replace("eula: accept", "eula: no"), problems: ["SPC301 3:7 eula"] },
  { title: "an unknown edition", yaml: top("").replace("2025-07", "2024-01"), problems: ["SPC103 2:10 edition"] },
  { title: "an unknown profile", yaml: top("profile: staging"), problems: ["SPC302 5:10 profile"] },
  {
    title: "a name in capitals",
    yaml: top("").replace("name: contoso", "name: Contoso"),
    problems: ["SPC201 1:7 name"],
  },
  {
    title: "a container's name with a dot",
    yaml: `${HEAD}containers:\n  eu.captions: { function: speech-to-text, locale: en-UK }\n`,
    problems: ["SPC201 6:3 containers.eu.captions", "SPC101 6:52 containers.eu.captions.locale"],
  },
  { title: "no containers", yaml: `${HEAD}containers: {}\n`, problems: ["SPC200 5:1 containers"] },
  {
    title: "an unknown function",
    yaml: container("function: speech"),
    problems: ["SPC100 6:25 containers.captions.function"],
  },
  {
    title: "an unknown locale",
    yaml: container("function: speech-to-text, locale: en-UK"),
    problems: ["SPC101 6:49 containers.captions.locale"],
  },
  {
    title: "no locale",
    yaml: container("function: speech-to-text"),
    problems: ["SPC108 6:3 containers.captions.locale"],
  },
  {
    title: "an unknown voice",
    yaml: container("function: neural-text-to-speech, voice: en-US-Nobody"),
    problems: ["SPC102 6:55 containers.captions.voice"],
  },
  {
    title: "a model id that is none",
    yaml: container("function: custom-speech-to-text, modelId: mine"),
    problems: ["SPC111 6:57 containers.captions.modelId"],
  },
  {
    title: "a port beyond the last",
    yaml: container("function: speech-to-text, locale: en-US, port: 70000"),
    problems: ["SPC203 6:62 containers.captions.port"],
  },
  {
    title: "a port that is taken",
    yaml: `${container("function: speech-to-text, locale: en-US, port: 5000")}  other: { function: language-detection, port: 5000 }\n`,
    problems: ["SPC204 7:48 containers.other.port"],
  },
  {
    title: "an open port without a guard",
    yaml: container("function: speech-to-text, locale: en-US, address: 0.0.0.0"),
    problems: ["SPC206 6:65 containers.captions.address"],
  },
  {
    title: "an unknown size",
    yaml: container("function: speech-to-text, locale: en-US, size: huge"),
    problems: ["SPC210 6:62 containers.captions.size"],
  },
  {
    title: "a size below the minimum",
    yaml: container("function: speech-to-text, locale: en-US, size: { cores: 1, memory: 1g }"),
    problems: ["SPC211 6:56 containers.captions.size"],
  },
  {
    title: "memory without a unit that exists",
    yaml: container("function: speech-to-text, locale: en-US, size: { cores: 8, memory: 16t }"),
    problems: ["SPC210 6:82 containers.captions.size.memory"],
  },
  {
    title: "more memory than the engine has",
    yaml: top("engine: { memory: 4g }"),
    problems: ["SPC221 5:19 engine.memory"],
  },
  {
    title: "an engine host of no kind",
    yaml: top("engine: { host: speech-1 }"),
    problems: ["SPC401 5:17 engine.host"],
  },
  {
    title: "an engine without TLS",
    yaml: top("engine: { host: tcp://a:2376 }"),
    problems: ["SPC402 5:17 engine.host"],
  },
  {
    title: "the deployment's engine without TLS, used by two sites",
    yaml: `${HEAD}engine: { host: tcp://a:2376 }
sites:
  leeds: { containers: { a: { function: language-detection } } }
  york: { containers: { b: { function: language-detection } } }
`,
    problems: ["SPC402 5:17 engine.host"],
  },
  {
    title: "a site's own engine without TLS",
    yaml: `${HEAD}sites:\n  leeds:\n    engine: { host: tcp://a:2376 }\n    containers: { a: { function: language-detection } }\n`,
    problems: ["SPC402 7:21 sites.leeds.engine.host"],
  },
  {
    title: "a site named account",
    yaml: `${HEAD}sites:\n  account: { containers: { a: { function: language-detection } } }\n`,
    problems: ["SPC408 6:3 sites.account"],
  },
  { title: "an unknown sku", yaml: account(`${CREATED}, sku: S1`), problems: ["SPC306 4:90 account.sku"] },
  {
    title: "network rules without a subdomain",
    yaml: account(`${CREATED}, network: { allowedAddresses: [203.0.113.7] }`),
    problems: ["SPC308 4:96 account.network.allowedAddresses"],
  },
  {
    title: "an endpoint that is none",
    yaml: account("endpoint: westeurope"),
    problems: ["SPC309 4:22 account.endpoint"],
  },
  { title: "an unknown backend", yaml: top("backend: { azure: {} }"), problems: ["SPC320 5:1 backend"] },
  {
    title: "a wrong value behind an alias, once",
    yaml: `${HEAD}containers:
  captions: &base { function: speech-to-text, locale: en-UK }
  subtitles: { <<: *base, port: 5000 }
`,
    problems: ["SPC101 6:55 containers.captions.locale"],
  },
];

const severalProblems: readonly BadConfig[] = [
  {
    title: "five problems of all kinds",
    yaml: `name: contoso
eula: accept
profile: 5
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/", sku: S0 }
containers:
  captions: { function: speech-to-text, locale: en-UK, port: 5000 }
  narrator: { function: neural-text-to-speech, voice: en-US-AriaNeural, port: 5000 }
  callcenter: { function: custom-speech-to-text, modelId: 11111111-2222-3333-4444-555555555555, apiKey: hunter2 }
`,
    problems: [
      "SPC012 3:10 profile",
      "SPC013 4:73 account.sku",
      "SPC101 6:49 containers.captions.locale",
      "SPC204 7:79 containers.narrator.port",
      "SPC310 8:97 containers.callcenter.apiKey",
    ],
  },
];

export const badConfigs: readonly BadConfig[] = [
  ...brokenYaml,
  ...wrongShape,
  ...keysInTheClear,
  ...wrongMeaning,
  ...severalProblems,
];
