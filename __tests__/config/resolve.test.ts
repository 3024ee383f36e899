import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfig } from "../../lib/config";

const fixture = (name: string) => parseConfig(readFileSync(join(__dirname, "fixtures", name), "utf8"), name);
const at = (file: string) => (line: number, column: number) => ({ source: { file, line, column } });

test("the layout with containers becomes a request with one site, each item with its place", () => {
  const place = at("containers.yaml");
  expect(fixture("containers.yaml").request).toEqual({
    name: "contoso-speech",
    edition: "2025-07",
    eula: "accept",
    profile: "production",
    backend: {
      type: "azurerm",
      settings: {
        resource_group_name: "tf-rg",
        storage_account_name: "contosotf",
        container_name: "state",
        key: "speech.tfstate",
      },
    },
    account: {
      kind: "create",
      name: "contoso-speech",
      location: "westeurope",
      resourceGroup: { name: "speech-rg", create: true },
      sku: "S0",
      ...place(8, 1),
    },
    layout: "containers",
    sites: [
      {
        name: "local",
        engine: { cores: 64, memory: "128g", ...place(13, 1) },
        containers: [
          {
            name: "captions",
            function: "speech-to-text",
            locale: "en-US",
            size: { cores: 8, memory: 16_384 },
            ...place(15, 3),
          },
          {
            name: "subtitles",
            function: "speech-to-text",
            locale: "nb-NO",
            size: { cores: 8, memory: 16_384 },
            port: 5001,
            ...place(19, 3),
          },
          {
            name: "callcenter",
            function: "custom-speech-to-text",
            modelId: "11111111-2222-3333-4444-555555555555",
            mounts: { models: String.raw`C:\Models` },
            ...place(23, 3),
          },
        ],
        ...place(14, 1),
      },
    ],
    ...place(2, 1),
  });
});

test("the layout with sites becomes a request in which each site has its engine", () => {
  const place = at("sites.yaml");
  expect(fixture("sites.yaml").request).toEqual({
    name: "contoso",
    edition: "2025-07",
    eula: "accept",
    account: {
      kind: "existing",
      name: "contoso-speech",
      resourceGroup: "speech-rg",
      keySlot: "secondary",
      ...place(4, 1),
    },
    tags: { team: "speech", "cost-center": "42" },
    registry: "contoso.azurecr.io",
    layout: "sites",
    sites: [
      {
        name: "hq",
        engine: { host: "ssh://operator@hq", advertise: "hq.contoso.com", inherited: true, ...place(9, 1) },
        containers: [{ name: "captions", function: "speech-to-text", locale: "en-US", port: 5000, ...place(13, 7) }],
        ...place(11, 3),
      },
      {
        name: "leeds",
        engine: { host: "ssh://operator@leeds", cores: 16, ...place(15, 5) },
        registry: "leeds.contoso.com/mirror",
        containers: [
          {
            name: "captions",
            function: "speech-to-text",
            locale: "en-GB",
            port: 5000,
            registry: "other.contoso.com",
            ...place(18, 7),
          },
        ],
        ...place(14, 3),
      },
    ],
    ...place(1, 1),
  });
});

describe("a site's engine takes from the deployment's", () => {
  const engineOf = (above: string, own: string) => {
    const yaml = `engine: ${above}\nsites: { leeds: { engine: ${own}, containers: { a: { function: language-detection } } } }\n`;
    const { source: _source, ...engine } =
      parseConfig(
        `name: a\nedition: "2025-07"\neula: accept\naccount: { existing: { name: speech, resourceGroup: rg } }\n${yaml}`,
        "speech.yaml",
      ).request?.sites[0]?.engine ?? {};
    return engine;
  };
  const above = "{ host: tcp://hq:2376, tls: { certPath: /certs }, advertise: hq.example, cores: 32, memory: 64g }";

  test.each([
    [
      "what it leaves out",
      "{ cores: 16 }",
      { host: "tcp://hq:2376", tls: { certPath: "/certs" }, advertise: "hq.example", cores: 16, memory: "64g" },
    ],
    [
      "neither TLS nor advertised name of another host",
      "{ host: ssh://leeds }",
      { host: "ssh://leeds", cores: 32, memory: "64g" },
    ],
    [
      "nothing that it writes itself",
      "{ host: tcp://leeds:2376, tls: { certPath: /own }, advertise: leeds.example, cores: 1, memory: 1g }",
      { host: "tcp://leeds:2376", tls: { certPath: "/own" }, advertise: "leeds.example", cores: 1, memory: "1g" },
    ],
  ])("%s", (_title, own, merged) => {
    expect(engineOf(above, own)).toEqual(merged);
  });
});

test("a good file has a plan, in which registries are taken from above", () => {
  const { plan } = fixture("sites.yaml");
  const registries = plan?.sites.flatMap((site) => site.containers.map(({ image }) => image.registry));
  expect(registries).toEqual(["contoso.azurecr.io", "other.contoso.com"]);
});

test("an endpoint is an account by its address", () => {
  const yaml = `name: a\nedition: "2025-07"\neula: accept\naccount: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
containers: { lid: { function: language-detection } }\n`;
  expect(parseConfig(yaml, "speech.yaml").plan?.account).toMatchObject({
    kind: "endpoint",
    endpoint: "https://westeurope.api.cognitive.microsoft.com/",
    keySlot: "primary",
  });
});
