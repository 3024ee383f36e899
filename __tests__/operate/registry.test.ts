import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { askDigest } from "../../lib/operate";
import { inspectedDigest, readInspectedImages } from "../../lib/operate/inspected-images";

const DIGEST = `sha256:${"0f".repeat(32)}`;
const basic = `Basic ${Buffer.from("puller:hunter2").toString("base64")}`;

let server: Server;
let registry: string;
let handle: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  registry = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const image = () => ({ registry, repository: "mirror/speech-to-text", tag: "4.12.0-amd64-en-us" });
const login = { username: "puller", password: "hunter2" };
const give = (response: ServerResponse, digest: string) =>
  response.writeHead(200, { "docker-content-digest": digest }).end();

describe("a registry", () => {
  it("is asked for the manifest of the tag, of whatever kind, and gives its digest", async () => {
    const asked: (string | undefined)[] = [];
    handle = ({ method, url, headers }, response) => {
      asked.push(method, url, headers.accept, headers.authorization);
      give(response, DIGEST);
    };
    expect(await askDigest(image(), login)).toEqual({ digest: DIGEST });
    expect(asked).toEqual([
      "HEAD",
      "/v2/mirror/speech-to-text/manifests/4.12.0-amd64-en-us",
      expect.stringContaining("application/vnd.oci.image.index.v1+json"),
      undefined,
    ]);
  });

  it("that wants a login by Basic gets it", async () => {
    handle = ({ headers }, response) =>
      headers.authorization === basic
        ? give(response, DIGEST)
        : response.writeHead(401, { "www-authenticate": 'Basic realm="r"' }).end();
    expect(await askDigest(image(), login)).toEqual({ digest: DIGEST });
    expect(await askDigest(image())).toEqual({ refused: "it wants a login, or another one" });
  });

  it("that wants a token sends to where it is given, with the login if there is one", async () => {
    const tokens: string[] = [];
    handle = ({ url = "", headers }, response) => {
      if (url.startsWith("/token")) {
        tokens.push(`${url} ${headers.authorization ?? "anonymous"}`);
        response.end(JSON.stringify({ access_token: "abc" }));
      } else if (headers.authorization === "Bearer abc") give(response, DIGEST);
      else {
        const challenge = `Bearer realm="http://${registry}/token",service="the registry",scope="repository:x:pull"`;
        response.writeHead(401, { "www-authenticate": challenge }).end();
      }
    };
    expect(await askDigest(image())).toEqual({ digest: DIGEST });
    expect(await askDigest(image(), login)).toEqual({ digest: DIGEST });
    const query = "/token?service=the+registry&scope=repository%3Ax%3Apull";
    expect(tokens).toEqual([`${query} anonymous`, `${query} ${basic}`]);
  });

  it("never gets the password for a token service without TLS on another machine", async () => {
    handle = (_request, response) =>
      response.writeHead(401, { "www-authenticate": 'Bearer realm="http://token.example/t"' }).end();
    expect(await askDigest(image(), login)).toEqual({
      refused: "it cannot be reached (its token service is http://)",
    });
  });

  it.each([
    [404, {}, "it does not have this tag"],
    [403, {}, "it wants a login, or another one"],
    [500, {}, "it answers 500"],
    [200, {}, "it names no digest"],
    [200, { "docker-content-digest": "md5:1" }, "it names md5:1, which is no digest"],
  ])("that answers %i %j gives none: %s", async (status, headers, refused) => {
    handle = (_request, response) => response.writeHead(status, headers).end();
    expect(await askDigest(image())).toEqual({ refused });
  });

  it("that nobody runs is said to be out of reach", async () => {
    expect(await askDigest({ ...image(), registry: "127.0.0.1:1" })).toEqual({
      refused: expect.stringMatching(/^it cannot be reached \(.+\)$/) as string,
    });
  });
});

describe("docker image inspect", () => {
  const wanted = { registry: "mcr.microsoft.com", repository: "speech/to-text", tag: "1.0.0-amd64" };
  const answer = (item: object) => readInspectedImages(JSON.stringify([{ Id: "x", RepoDigests: [], ...item }])) ?? [];

  it("gives the digest of the image's own registry", () => {
    const RepoTags = ["mirror.example/speech/to-text:1.0.0-amd64", "mcr.microsoft.com/speech/to-text:1.0.0-amd64"];
    const RepoDigests = [
      `mirror.example/speech/to-text@sha256:${"1".repeat(64)}`,
      `mcr.microsoft.com/speech/to-text@${DIGEST}`,
    ];
    expect(inspectedDigest(wanted, answer({ RepoTags, RepoDigests }))).toBe(DIGEST);
    expect(inspectedDigest({ ...wanted, tag: "2.0.0" }, answer({ RepoTags, RepoDigests }))).toBeUndefined();
    expect(inspectedDigest(wanted, answer({ RepoTags, RepoDigests: [] }))).toBeUndefined();
    expect(inspectedDigest(wanted, answer({ RepoTags: null, RepoDigests: null }))).toBeUndefined();
  });

  it.each(["", "{}", "[1]", '[{"Name":"x"}]', '[{"RepoDigests":[1]}]'])("is not %j", (text) => {
    expect(readInspectedImages(text)).toBeUndefined();
  });
});
