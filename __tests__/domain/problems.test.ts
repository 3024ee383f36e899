import { type AccountRequest, type ContainerRequest, type DeploymentRequest, planDeployment } from "../../lib/domain";
import { KEY, billing, custom, engine, neural, one, standard, top } from "./problem-requests";
import { table } from "./problems.data";
import { account, captions, codesOf, deployment, problemOf } from "./requests";

const results = table.map(([, request]) => planDeployment(request));

describe("planDeployment", () => {
  it.each(table.map(([what, , codes], row) => [what, codes, row] as const))("meets %s", (_, codes, row) => {
    const met = results[row]?.problems.map(({ code, path }) => `${code} ${path}`);
    expect(met?.toSorted()).toEqual(codes.toSorted());
  });

  it("plans nothing while there is an error, and something when there are only warnings", () => {
    const wrong = results.filter(({ ok, problems }) => ok === problems.some(({ level }) => level === "error"));
    expect(wrong).toEqual([]);
  });

  it("reports all problems at once", () => {
    const request = deployment(
      [
        captions({ locale: "en-UK", size: { cores: 1, memory: "1g" } }),
        captions({ name: "other", port: 5000, address: "0.0.0.0", secretsVia: "file" }),
      ],
      { eula: undefined, profile: "staging" },
    );
    expect(codesOf(request)).toEqual([
      "SPC101 containers.captions.locale",
      "SPC211 containers.captions.size",
      "SPC206 containers.other.address",
      "SPC204 containers.other.port",
      "SPC250 containers.other.secretsVia",
      "SPC301 eula",
      "SPC302 profile",
    ]);
  });
});

describe("the words of a problem", () => {
  it.each([
    [
      "the nearest locales of the language",
      one({ locale: "en-UK" }),
      "SPC101",
      '"en-UK" is not a locale of speech-to-text 4.12.0',
      "nearest: en-GB, en-AU, en-CA",
    ],
    [
      "the nearest locales of a region that is named like an object's own",
      one({ locale: "de-constructor" }),
      "SPC101",
      '"de-constructor" is not a locale of speech-to-text 4.12.0',
      "nearest: de-AT, de-CH, de-DE",
    ],
    [
      "the way out for a version that nobody knows",
      one({ locale: "en-UK", version: "5.3.0" }),
      "SPC125",
      'speech-to-text 5.3.0 is not known to have "en-UK"',
      "nearest: en-GB, en-GH, en-AU; or pin it with tag: 5.3.0-amd64-en-uk",
    ],
    [
      "the nearest versions that have the locale",
      one({ locale: "uk-UA", version: "4.9.0" }),
      "SPC101",
      '"uk-UA" is not a locale of speech-to-text 4.9.0',
      "nearest: uk-UA in 4.10.0, uk-UA in 4.6.0; or pin it with tag: 4.9.0-amd64-uk-ua",
    ],
    [
      "the nearest versions that have the voice, and the voice that a digest stands for",
      neural({ voice: "es-US-AlonsoNeural", version: "3.7.0", digest: `sha256:${"0f".repeat(32)}` }),
      "SPC124",
      'nobody checked that neural-text-to-speech 3.7.0 has "es-US-AlonsoNeural"',
      "the digest says which image runs; nearest: es-US-AlonsoNeural in 3.12.0, es-US-AlonsoNeural in 3.4.0",
    ],
    [
      "the nearest tags that are known",
      one({ tag: "4.13.0-amd64-en-us" }),
      "SPC121",
      '"4.13.0-amd64-en-us" is no tag that the catalogue knows for speech-to-text',
      "nearest: 5.0.3-preview-amd64-en-us, 4.12.0-amd64-en-us; docker pull tells whether it exists",
    ],
    [
      "what latest was, and when",
      top({ profile: "production", sites: [{ name: "local", containers: [captions({ tag: "latest" })] }] }),
      "SPC122",
      "latest names another image after each release; it was 4.12.0 en-US on 2025-07",
      "pin a version, a tag or a digest",
    ],
    [
      "the version without the suffix that the tag gets anyway",
      one({ function: "language-detection", locale: undefined, version: "1.18.0-preview" }),
      "SPC113",
      '"1.18.0-preview" ends in -preview, which every tag of language-detection gets by itself',
      "write 1.18.0",
    ],
    [
      "the nearest voices that have the word in them",
      neural({ voice: "Aria" }),
      "SPC102",
      '"Aria" is not a voice of neural-text-to-speech 3.12.0',
      "nearest: en-US-AriaNeural",
    ],
    [
      "the nearest functions",
      one({ function: "speech-to-txt" }),
      "SPC100",
      '"speech-to-txt" is not a function',
      "nearest: speech-to-text",
    ],
    [
      "the line to paste",
      top({ edition: undefined }),
      "SPC104",
      "no edition is configured, so 2025-07 is planned",
      'add the line edition: "2025-07"',
    ],
    [
      "date and replacement of what is retired",
      standard({ voice: "en-US-ZiraRUS" }),
      "SPC107",
      "text-to-speech 1.4.0 is retired since 2021-08-31: standard voices retired, and the preview registry closed on 2020-09-22",
      "use neural-text-to-speech of edition 2025-07",
    ],
    [
      "the other container and a free port",
      deployment([captions(), captions({ name: "other" })]),
      "SPC204",
      "5000 is already taken by containers.captions",
      "free: 5001",
    ],
    [
      "the right spelling of a tag",
      one({ tag: "4.12.0-amd64-en-US" }),
      "SPC116",
      '"4.12.0-amd64-en-US" is not how the tag is written',
      "write 4.12.0-amd64-en-us",
    ],
    [
      "the new name of a voice, as a tag",
      standard({ tag: "1.4.0-amd64-en-us-jessarus-preview" }),
      "SPC118",
      'the voice of "1.4.0-amd64-en-us-jessarus-preview" is called en-US-AriaRUS in 1.4.0',
      "write 1.4.0-amd64-en-us-ariarus-preview",
    ],
    [
      "the address to write instead of one that issues tokens",
      top({
        account: { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/sts/v1.0/issuetoken" },
      }),
      "SPC309",
      '"https://westeurope.api.cognitive.microsoft.com/sts/v1.0/issuetoken" is the address that issues tokens',
      "write https://westeurope.api.cognitive.microsoft.com/",
    ],
    [
      "what is wrong with an expression",
      engine({ host: "ssh://${var.host}" }),
      "SPC401",
      '"ssh://${var.host}" holds an expression, which nothing fills in',
      "write the address itself",
    ],
    [
      "what the containers need of the engine",
      engine({ memory: "8g" }),
      "SPC221",
      "the containers need 16 GB with their models, the engine has 8 GB: captions 16 GB",
      "use smaller sizes or another engine",
    ],
    [
      "what is reserved of an engine",
      engine({ memory: "16g", reserved: { memory: "4g" } }),
      "SPC221",
      "the containers need 16 GB with their models, the engine has 16 GB, of which 4 GB are reserved: captions 16 GB",
      "use smaller sizes or another engine",
    ],
    [
      "a free port beside the reserved ones",
      engine({ reserved: { ports: [5000, 5001] } }),
      "SPC209",
      "5000 is reserved on this engine for something else",
      "free: 5002",
    ],
  ] as const)("give %s", (_, request, code, message, hint) => {
    expect(problemOf(request, code)).toMatchObject({ message, hint });
  });

  it("propose a free port below when none is free above", () => {
    const request = deployment([captions({ port: 65535 }), captions({ name: "other", port: 65535 })]);
    expect(problemOf(request, "SPC204").hint).toBe("free: 1024");
  });

  it("propose to each of several containers a port of its own", () => {
    const names = ["captions", "leeds", "york"];
    const { problems } = planDeployment(
      deployment([...names.map((name) => captions({ name })), captions({ name: "hq", port: 5002 })]),
    );
    expect(problems.map(({ path, hint }) => [path, hint])).toEqual([
      ["containers.leeds.port", "free: 5001"],
      ["containers.york.port", "free: 5003"],
    ]);
  });

  it("name the line of the other container, when there is one", () => {
    const at = (line: number) => ({ file: "speech.yaml", line, column: 3 });
    const request = deployment([captions({ name: "narrator", source: at(18) }), captions({ source: at(11) })]);
    expect(problemOf(request, "SPC204")).toMatchObject({
      path: "containers.narrator.port",
      message: "5000 is already taken by containers.captions (line 11)",
      source: at(18),
    });
  });

  it("start in lower case or with a value, end without a dot and praise nobody", () => {
    const words = results.flatMap(({ problems }) => problems).flatMap(({ message, hint }) => [message, hint]);
    expect(words.filter((text) => !/^(["a-z0-9]|[A-Za-z]+ |EULA|Azure)/.test(text))).toEqual([]);
    expect(words.filter((text) => /[.!]$|successfully|please|oops/i.test(text))).toEqual([]);
  });

  it("never hold a key, wherever one is written", () => {
    const requests = [
      one({ locale: KEY }),
      one({ name: KEY }),
      one({
        function: KEY,
        tag: KEY,
        version: KEY,
        voice: KEY,
        modelId: KEY,
        digest: KEY,
        registry: KEY,
        address: KEY,
      }),
      custom({ modelId: KEY, mounts: { models: KEY } }),
      top({ name: KEY, edition: KEY, profile: KEY, eula: KEY, registry: KEY }),
      top({ backend: { type: KEY, settings: { [KEY]: KEY, access_key: KEY } }, tags: { [KEY]: KEY } }),
      billing({ name: KEY, location: KEY, sku: `${KEY}-`, keySlot: KEY }),
      engine({ host: KEY, advertise: `-${KEY}` }),
      deployment([], {
        sites: [{ name: "local", engine: { cores: 1, memory: "1g" }, containers: [captions({ name: KEY })] }],
      }),
      top({
        name: KEY,
        layout: "sites",
        sites: [{ name: "account", containers: [captions(), captions({ name: KEY })] }],
      }),
    ];
    for (const request of requests) {
      const { problems } = planDeployment(request);
      expect(problems.map(({ code }) => code)).toContain("SPC310");
      expect(JSON.stringify(problems)).not.toContain(KEY);
      expect(JSON.stringify(problems)).not.toContain(KEY.slice(-20));
    }
  });
});

describe("a backend", () => {
  it.each([
    ["azurerm", { access_key: "x" }],
    ["azurerm", { sas_token: "x" }],
    ["azurerm", { client_secret: "x" }],
    ["s3", { access_key: "x" }],
    ["s3", { secret_key: "x" }],
    ["s3", { token: "x" }],
    ["s3", { assume_role: { token: "x" } }],
    ["http", { password: "x" }],
    ["http", { address: "https://user:secret@state.example" }],
    ["pg", { conn_str: "postgres://user@db/state" }],
    ["gcs", { credentials: "x" }],
    ["remote", { token: "x" }],
    ["http", { client_private_key_pem: "x" }],
    ["oci", { private_key: "x" }],
    ["s3", { note: "-----BEGIN PRIVATE KEY-----" }],
    ["s3", { note: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0." }],
    ["azurerm", { note: `${"a/+b".repeat(21)}ab==` }],
    ["http", { address: "https://states.example/?sv=2020&sig=aGVsbG8" }],
  ])("%s with %p is refused", (type, settings) => {
    const codes = codesOf(top({ backend: { type, settings } }));
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^SPC321 backend\./);
  });

  it.each([
    [
      "azurerm",
      {
        resource_group_name: "tf",
        storage_account_name: "contosotf",
        container_name: "state",
        key: "speech.tfstate",
        use_azuread_auth: true,
      },
    ],
    ["s3", { bucket: "state", key: "speech.tfstate", region: "eu-west-1", kms_key_id: "alias/state", encrypt: true }],
    ["gcs", { bucket: "state", prefix: "speech" }],
    ["oci", { bucket: "state", private_key_path: "~/.oci/key.pem" }],
    ["local", { path: "speech.tfstate" }],
  ])("%s without credentials is kept as it is", (type, settings) => {
    const result = planDeployment(top({ backend: { type, settings } }));
    expect(result.problems).toEqual([]);
    expect(result.ok && result.plan.backend).toEqual({ type, settings });
  });

  it("that goes in circles is judged all the same", () => {
    const settings: Record<string, unknown> = { password: "x" };
    settings.self = settings;
    expect(codesOf(top({ backend: { type: "http", settings } }))).toEqual(["SPC321 backend.http.password"]);
  });
});

describe("the production profile", () => {
  const production = (change: Partial<ContainerRequest>, more: Partial<DeploymentRequest> = {}) =>
    codesOf(
      deployment([captions(change)], { profile: "production", backend: { type: "azurerm", settings: {} }, ...more }),
    );

  it("warns of mutable tags, previews, the free tier and local state", () => {
    expect(production({ tag: "latest" })).toEqual(["SPC122 containers.captions.tag"]);
    expect(production({ version: "5.0.3-preview" })).toEqual(["SPC123 containers.captions.function"]);
    expect(production({}, { account: { ...account, sku: "F0" } as AccountRequest })).toEqual(["SPC323 account.sku"]);
    expect(production({}, { backend: undefined })).toEqual(["SPC322 backend"]);
  });

  it("is content with latest once a digest pins it", () => {
    expect(production({ tag: "latest", digest: `sha256:${"0f".repeat(32)}` })).toEqual([]);
  });

  it("says of a trial none of it", () => {
    const request = deployment([captions({ tag: "latest" })], { account: { ...account, sku: "F0" } as AccountRequest });
    expect(codesOf(request)).toEqual([]);
  });
});
