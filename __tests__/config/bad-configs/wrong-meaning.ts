import { account, container, CREATED, HEAD, top, type BadConfig } from "./parts";

export const wrongMeaning: readonly BadConfig[] = [
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
    title: "an engine without TLS that a site's own part is added to",
    yaml: `${HEAD}engine: { host: tcp://a:2376 }
sites:
  leeds:
    engine: { cores: 0 }
    containers: { a: { function: language-detection } }
`,
    problems: ["SPC402 5:17 engine.host", "SPC406 8:22 sites.leeds.engine.cores"],
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
    title: "a wrong address of several",
    yaml: account(`${CREATED}, customSubdomain: contoso, network: { allowedAddresses: [203.0.113.7, nowhere] }`),
    problems: ["SPC312 4:154 account.network.allowedAddresses.1"],
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
