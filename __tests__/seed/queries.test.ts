import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiStatus } from "../../lib/sandbox/speech/api-status";
import { openContainerLog } from "../../lib/sandbox/speech/container-log";
import { speechHandlers } from "../../lib/sandbox/speech/handlers";
import { readSettings } from "../../lib/sandbox/speech/settings";
import { codesOf, planOf, textAnalytics, tone } from "../domain/requests";
import {
  BILLING_WORDS,
  ENDPOINT,
  KEY,
  container,
  explainedOne,
  pageFunctions,
  planOfOne,
  planned,
  refusedWith,
  request,
  runOfOne,
  running,
} from "./page";

const MINUTE = 60_000;
const two = (...ports: readonly (number | undefined)[]) =>
  request(ports.map((port, at) => container("speech-to-text", { name: `container-${at}`, port })));

test("Use a unique port number if you're running multiple containers.", () => {
  expect(codesOf(two(5000, 5000))).toContain("SPC204 containers.container-1.port");
});

test("table: Containers, SDK Host URL, Protocol", () => {
  expect(pageFunctions.map((name) => planOfOne(name).urls.host)).toEqual([
    "ws://localhost:5000",
    "ws://localhost:5000",
    "http://localhost:5000",
    "http://localhost:5000",
  ]);
});

test("If you intend to run multiple containers with exposed ports, make sure to run each container with a different exposed port.", () => {
  const ports = planOf(two(undefined, undefined, undefined)).sites[0]?.containers.map(({ port }) => port.host);
  expect(new Set(ports).size).toBe(3);
});

test("For example, run the first container on port 5000 and the second container on port 5001.", () => {
  const [first, second] = planOf(two(5000, 5001)).sites[0]?.containers ?? [];
  expect([first, second].map((one) => [one?.port.host, one?.port.container])).toEqual([
    [5000, 5000],
    [5001, 5000],
  ]);
});

test("You can have this container and a different Azure Cognitive Services container running on the HOST together.", () => {
  const { sites } = planOf(request([container("speech-to-text"), tone()], { textAnalytics }));
  expect(sites[0]?.containers.map(({ function: name }) => name)).toEqual(["speech-to-text", "sentiment"]);
});

test("You also can have multiple containers of the same Cognitive Services container running.", () => {
  const containers = planOf(two(5000, 5001)).sites[0]?.containers ?? [];
  expect(containers.map(({ function: name }) => name)).toEqual(["speech-to-text", "speech-to-text"]);
  expect(new Set(containers.map(({ engineName }) => engineName)).size).toBe(2);
});

test("you specify the host URI of the container.", () => {
  for (const name of ["speech-to-text", "text-to-speech"] as const) {
    const { clients } = explainedOne(name, { port: 5099 });
    expect(clients.length).toBeGreaterThan(0);
    for (const { text } of clients) expect(text).toMatch(/(?:ws|http):\/\/localhost:5099/);
  }
});

test("Whether using the REST API (Text-to-speech only) or the SDK (Speech-to-text or Text-to-speech)", () => {
  const postsOf = (name: (typeof pageFunctions)[number]) => {
    const options = { function: name, clock: { now: Date.now }, log: () => undefined, refuse: () => undefined };
    const handlers = speechHandlers(options);
    handlers.close();
    return [...handlers.routes.keys()].filter((route) => route.startsWith("POST "));
  };
  expect([postsOf("speech-to-text"), postsOf("custom-speech-to-text")]).toEqual([[], []]);
  expect([postsOf("text-to-speech").length, postsOf("custom-text-to-speech").length]).toEqual([2, 2]);
});

describe("when something is wrong", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "spc-seed-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const logging = { settings: { logging: { disk: { format: "json" } } } };

  test("Use an output mount and enable logging.", () => {
    const { words, volumes } = runOfOne("speech-to-text", logging);
    expect(words).toEqual(expect.arrayContaining(["Mounts:Output=/output", "Logging:Disk:Format=json"]));
    expect(volumes).toEqual([expect.stringMatching(/:\/output$/)]);
    const withoutMount = [...BILLING_WORDS, "Mounts:Output=/output", "Logging:Disk:Format=json"];
    expect(refusedWith("speech-to-text", { words: withoutMount })).toEqual([expect.stringContaining("output mount")]);
    expect(refusedWith("speech-to-text", { words: withoutMount, folders: { "/output": folder } })).toEqual([]);
  });

  test("Doing so will allow the container to generate log files that are helpful when troubleshooting issues.", () => {
    const settings = readSettings(runOfOne("speech-to-text", logging).words, []);
    openContainerLog(settings, { console: () => undefined, files: folder, now: Date.now })("Models are loaded.");
    const [file = ""] = readdirSync(folder);
    expect(JSON.parse(readFileSync(join(folder, file), "utf8"))).toMatchObject({ message: "Models are loaded." });
  });
});

describe("billing", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test("The Speech containers send billing information to Azure, using a Speech resource on your Azure account.", async () => {
    const { container: one, asked } = running("speech-to-text");
    await jest.advanceTimersByTimeAsync(25 * MINUTE);
    one.stop();
    expect(asked.map((words) => words.join(" "))).toEqual(Array(3).fill(`${ENDPOINT} ${KEY}`));
  });

  test("Cognitive Services containers are not licensed to run without being connected to Azure for metering.", async () => {
    const { container: one } = running("speech-to-text", {
      answers: ["Valid", ...Array<ApiStatus>(20).fill("CouldNotConnect")],
    });
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(one.health().servesQueries).toBe(true);
    await jest.advanceTimersByTimeAsync(150 * MINUTE);
    expect(one.health().servesQueries).toBe(false);
    one.stop();
  });

  test("Cognitive Services containers do not send customer data (e.g., the image or text that is being analyzed) to Microsoft.", async () => {
    const { container: one, asked } = running("speech-to-text");
    one.used();
    await one.callNow();
    one.stop();
    expect(new Set(asked.flat())).toEqual(new Set([ENDPOINT, KEY]));
  });
});

test("Customers need to enable the containers to communicate billing information with the metering service at all times.", () => {
  expect(explainedOne("speech-to-text").needs).toEqual(["*.cognitive.microsoft.com", "*.cognitiveservices.azure.com"]);
  expect(planned(container("speech-to-text")).sites[0]?.containers[0]?.settings.map(({ name }) => name)).toContain(
    "Billing",
  );
});
