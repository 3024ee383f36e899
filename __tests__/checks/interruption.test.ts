import { interruptions } from "../../lib/checks/interruption";
import { describeEffect, describeEndpoint, describeOutage } from "../../lib/checks/interruption-words";
import { readPlan } from "../../lib/checks/reader/read-plan";
import { ACCOUNT, CALLCENTER, CAPTIONS, CAPTIONS_IMAGE, NARRATOR, SPEECH } from "./cases/case";
import { action, after, before, type Edit, inStep, more, type PlanName, realPlan } from "./real-plan";

function reported(edits: readonly Edit[], from: PlanName = "settled") {
  const plan = realPlan(from);
  edits.forEach((edit) => edit(plan));
  return interruptions(readPlan(inStep(plan)));
}

/** What happens to captions: effect and why, outage, endpoint. */
function lineOfCaptions(edits: readonly Edit[], from?: PlanName): string {
  const found = reported(edits, from).endpoints.find(({ address }) => address === CAPTIONS);
  if (found === undefined) return "nothing";
  const { outage } = found;
  return [describeEffect(found), outage === undefined ? "" : describeOutage(outage), describeEndpoint(found)].join(
    " | ",
  );
}

const replaced = (address: string, ...arguments_: readonly string[]): Edit =>
  action(address, ["delete", "create"], ...arguments_.map((argument) => [argument]));
const oldImage = (tag: string): Edit => before(CAPTIONS_IMAGE, { name: `${SPEECH}/speech-to-text:${tag}` });
const SENTIMENT_KEY = "CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey";
const HOST = "ws://localhost:5000";

test.each<[what: string, edits: readonly Edit[], line: string]>([
  ["nothing", [], `stays |  | ${HOST}`],
  [
    "memory",
    [action(CAPTIONS, ["update"]), after(CAPTIONS, { memory: 20480 })],
    `stays (memory becomes 20 GB in place) |  | ${HOST}`,
  ],
  [
    "another locale",
    [replaced(CAPTIONS, "image"), oldImage("4.12.0-amd64-en-gb")],
    `replaced (locale changes the image) | about 90 s | ${HOST}`,
  ],
  [
    "another version",
    [replaced(CAPTIONS, "image"), oldImage("4.10.0-amd64-en-us")],
    `replaced (version changes the image) | about 90 s | ${HOST}`,
  ],
  [
    "another image that has to be pulled",
    [replaced(CAPTIONS, "image"), replaced(CAPTIONS_IMAGE, "name"), oldImage("4.12.0-amd64-en-us")],
    `replaced (digest changes the image) | about 90 s after the pull of its image | ${HOST}`,
  ],
  [
    "another key",
    [replaced(CAPTIONS, "env"), before(CAPTIONS, { env: ["ApiKey=not-a-key-9"] })],
    `replaced (key changes) | about 90 s | ${HOST}`,
  ],
  [
    "another key of sentiment",
    [
      replaced(CAPTIONS, "env"),
      more(CAPTIONS, "env", `${SENTIMENT_KEY}=not-a-key-2`),
      before(CAPTIONS, { env: ["ApiKey=not-a-key-1", `${SENTIMENT_KEY}=not-a-key-9`] }),
    ],
    `replaced (sentiment key changes) | about 90 s | ${HOST}`,
  ],
  [
    "cores, by the fingerprint",
    [replaced(CAPTIONS, "labels"), before(CAPTIONS, { cpu_quota: 400_000, labels: [] })],
    `replaced (cores change) | about 90 s | ${HOST}`,
  ],
  [
    "another port",
    [
      replaced(CAPTIONS, "ports"),
      after(CAPTIONS, { ports: [{ internal: 5000, external: 6000, ip: "127.0.0.1", protocol: "tcp" }] }),
    ],
    `moves (port changes) | about 90 s | ${HOST} -> ws://localhost:6000`,
  ],
  [
    "a container that does not run",
    [replaced(CAPTIONS, "ports"), before(CAPTIONS, { ports: [], exit_code: 1 })],
    `replaced (it does not run) | about 90 s | ${HOST}`,
  ],
  ["the end", [action(CAPTIONS, ["delete"])], `ends (destroyed) |  | ${HOST}`],
])("tells what happens to captions: %s", (_, edits, line) => {
  expect(lineOfCaptions(edits)).toBe(line);
});

test("a first apply starts every endpoint", () => {
  expect(lineOfCaptions([], "first")).toBe(`starts |  | ${HOST}`);
});

test("another model on another volume takes its download", () => {
  const volume = { type: "volume", source: "contoso-model-2", target: "/usr/local/models", read_only: false };
  const { endpoints } = reported([replaced(CALLCENTER, "mounts"), after(CALLCENTER, { mounts: [volume] })]);
  const [callcenter] = endpoints;
  expect(callcenter?.outage?.seconds).toBe(3690);
  expect(callcenter?.outage?.source).toContain("at most an hour");
});

describe("two steps", () => {
  it("move clients to a second container on a free port", () => {
    const { steps } = reported([replaced(CAPTIONS, "image"), replaced(NARRATOR, "image")]);
    const [captions, narrator] = steps;
    expect(captions).toEqual({
      containers: ["captions"],
      first:
        "keep captions as it is, add a second container with the new settings at ws://localhost:5003, and verify it",
      second: "move the clients to it, then remove captions",
    });
    expect(narrator?.first).toContain("http://localhost:5004");
  });

  it("switch the key for one half at a time", () => {
    const edits = [CAPTIONS, NARRATOR, CALLCENTER].flatMap((address) => [
      replaced(address, "env"),
      before(address, { env: ["ApiKey=not-a-key-9"] }),
    ]);
    expect(reported(edits).steps).toEqual([
      {
        containers: ["callcenter", "captions", "narrator"],
        first: `apply one half: -target=${CALLCENTER} -target=${CAPTIONS}`,
        second: "when they are ready, apply the rest; renew the old key only after that",
      },
    ]);
  });

  it("switch the key of sentiment for one half at a time, too", () => {
    const edits = [CAPTIONS, NARRATOR, CALLCENTER].flatMap((address) => [
      replaced(address, "env"),
      more(address, "env", `${SENTIMENT_KEY}=not-a-key-2`),
      before(address, { env: ["ApiKey=not-a-key-1", `${SENTIMENT_KEY}=not-a-key-9`] }),
    ]);
    expect(reported(edits).steps).toMatchObject([
      {
        containers: ["callcenter", "captions", "narrator"],
        first: expect.stringMatching(/^apply one half: /) as string,
      },
    ]);
  });

  it("keep the account whose keys would end with it", () => {
    const edits = [replaced(ACCOUNT, "name"), replaced(CAPTIONS, "command", "env")];
    const [step] = reported(edits).steps;
    expect(step?.containers).toEqual(["captions"]);
    expect(step?.first).toContain("keep the account as it is");
  });

  it("are not proposed for what does not run", () => {
    expect(reported([replaced(CAPTIONS, "ports"), before(CAPTIONS, { ports: [] })]).steps).toEqual([]);
  });
});
