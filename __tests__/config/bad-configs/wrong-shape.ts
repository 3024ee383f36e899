import { account, container, HEAD, top, type BadConfig } from "./parts";

export const wrongShape: readonly BadConfig[] = [
  { title: "no name", yaml: top("").replace("name: contoso\n", ""), problems: ["SPC011 1:1 name"] },
  { title: "no account", yaml: top("").replace(/account:.*\n/, ""), problems: ["SPC011 1:1 account"] },
  { title: "neither containers nor sites", yaml: HEAD, problems: ["SPC011 1:1"] },
  { title: "containers and sites", yaml: top("sites: {}"), problems: ["SPC013 5:1 sites"] },
  { title: "a key that is nowhere known", yaml: top("offline: true"), problems: ["SPC010 5:1 offline"] },
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
  {
    title: "an Azure tag without a value",
    yaml: top("tags: { costcenter: }"),
    problems: ["SPC012 5:9 tags.costcenter"],
  },
  { title: "an engine by its address", yaml: top("engine: ssh://x@y"), problems: ["SPC012 5:9 engine"] },
  {
    title: "a container by its function",
    yaml: `${HEAD}containers: { a: speech-to-text }\n`,
    problems: ["SPC012 5:18 containers.a"],
  },
  { title: "a site without anything", yaml: `${HEAD}sites: { leeds: }\n`, problems: ["SPC012 5:10 sites.leeds"] },
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
