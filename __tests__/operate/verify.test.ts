import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { httpGet, type HttpAnswer, type HttpGet } from "../../lib/operate/http";
import type { Finding } from "../../lib/operate/judge";
import { targetOfText, type VerifyTarget } from "../../lib/operate/targets";
import { verify } from "../../lib/operate/verify";

const target = (text = "captions=ws://localhost:5000", more: Partial<VerifyTarget> = {}): VerifyTarget => {
  const found = targetOfText(text);
  if (found === undefined) throw new Error(`${text} is not a target`);
  return { ...found, engineName: "speech-captions", ...more };
};

const nobody: HttpAnswer = { reached: false, reason: "ECONNREFUSED" };
const answers =
  (readyCode: number, apiStatus = "Valid"): HttpGet =>
  (place) =>
    Promise.resolve(
      place.url.endsWith("/ready")
        ? { reached: true, statusCode: readyCode, body: "{}" }
        : { reached: true, statusCode: 200, body: JSON.stringify({ apiStatus }) },
    );
/** Each of `gets` for one look (two questions), the last one from then on. */
const inTurn = (...gets: readonly [HttpGet, ...HttpGet[]]): HttpGet => {
  let calls = 0;
  return (place) => (gets[Math.floor(calls++ / 2)] ?? gets.at(-1) ?? gets[0])(place);
};
const silent: HttpGet = () => Promise.resolve(nobody);
const crashLoop: Finding = { verdict: "crash loop", code: "SPC810", sentence: "again and again", final: true };

const verdictOf = async (...[options]: [Parameters<typeof verify>[1]]): Promise<string | undefined> =>
  (await verify([target()], { deadlineMs: 300, patienceMs: 100, ...options }))[0]?.finding.verdict;

describe("verify", () => {
  it("waits while a container starts and loads, and tells each step once", async () => {
    const seen: string[] = [];
    const get = inTurn(silent, silent, answers(503), answers(503), answers(200));
    await verify([target()], { deadlineMs: 5_000, get, onFinding: (_target, { verdict }) => seen.push(verdict) });
    expect(seen).toEqual(["unreachable", "loading", "answers"]);
  });

  it("gives up on a loading container at the deadline", async () => {
    await expect(verdictOf({ get: answers(503) })).resolves.toBe("loading");
  });

  it("does not wait for a container that refuses for good", async () => {
    const [result] = await verify([target()], { deadlineMs: 3_600_000, get: answers(503, "Invalid") });
    expect(result?.finding.code).toBe("SPC801");
  });

  it("forgives a passing refusal that goes away", async () => {
    await expect(verdictOf({ get: inTurn(answers(200, "Unknown"), answers(200)) })).resolves.toBe("answers");
  });

  it("believes a passing refusal that stays, before the deadline", async () => {
    const [result] = await verify([target()], {
      deadlineMs: 60_000,
      patienceMs: 100,
      get: answers(200, "CouldNotConnect"),
    });
    expect(result?.finding.code).toBe("SPC803");
  });

  it("asks the engine about a container that nobody answers for, once for all of them", async () => {
    let asked = 0;
    const engineStates = (): Promise<ReadonlyMap<string, Finding>> => {
      asked += 1;
      return Promise.resolve(new Map([["speech-captions", crashLoop]]));
    };
    const results = await verify([target(), target()], {
      deadlineMs: 60_000,
      patienceMs: 100,
      get: silent,
      engineStates,
    });
    expect(results.map(({ finding }) => finding.verdict)).toEqual(["crash loop", "crash loop"]);
    expect(asked).toBe(1);
  });

  it("asks again when the engine caught a container in the moment between two crashes", async () => {
    const states = [new Map<string, Finding>(), new Map([["speech-captions", crashLoop]])];
    const engineStates = (): Promise<ReadonlyMap<string, Finding>> => Promise.resolve(states.shift() ?? new Map());
    await expect(verdictOf({ deadlineMs: 60_000, patienceMs: 50, get: silent, engineStates })).resolves.toBe(
      "crash loop",
    );
  });

  it("does not take the answer of another program for that of a container that does not run", async () => {
    const engineStates = (): Promise<ReadonlyMap<string, Finding>> =>
      Promise.resolve(new Map([["speech-captions", crashLoop]]));
    const verified = (confirm: boolean) => verdictOf({ get: answers(200), engineStates, confirm });
    await expect(Promise.all([verified(true), verified(false)])).resolves.toEqual(["other program", "answers"]);
  });

  it("does not wait for an engine that never tells", async () => {
    const engineStates = (): Promise<never> => new Promise(() => {});
    await expect(verdictOf({ get: silent, engineStates })).resolves.toBe("unreachable");
  });

  it("stays with unreachable when the engine says that the container runs", async () => {
    await expect(verdictOf({ get: silent })).resolves.toBe("unreachable");
  });

  it("does not send to a plan whoever asked a URL, which has none", async () => {
    const adviceFor = async (more: Partial<VerifyTarget>): Promise<string | undefined> =>
      (await verify([target(undefined, more)], { deadlineMs: 0, get: silent }))[0]?.finding.advice;
    expect(await adviceFor({ engineName: undefined })).toMatch(/^check the URL.*--timeout/);
    expect(await adviceFor({})).toMatch(/^run plan/);
  });

  it("ends early when it is told to", async () => {
    const signal = AbortSignal.timeout(50);
    const [result] = await verify([target()], { deadlineMs: 60_000, get: answers(503), signal });
    expect(result?.finding.verdict).toBe("loading");
  });
});

describe("asking over HTTP", () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((request, response) => response.end(JSON.stringify({ host: request.headers.host })));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it("connects to the given address and keeps the name of the URL", async () => {
    await expect(httpGet({ url: `ws://lab.example:${port}/ready`, address: "127.0.0.1" })).resolves.toEqual({
      reached: true,
      statusCode: 200,
      body: `{"host":"lab.example:${port}"}`,
    });
  });

  it("tells why nobody was reached", async () => {
    await expect(httpGet({ url: "http://127.0.0.1:1/ready" })).resolves.toEqual({
      reached: false,
      reason: "ECONNREFUSED",
    });
  });
});
