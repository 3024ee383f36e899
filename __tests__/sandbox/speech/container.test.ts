import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiStatus } from "../../../lib/sandbox/speech/api-status";
import { type SpeechContainer, startSpeechContainer } from "../../../lib/sandbox/speech/container";
import type { SpeechContainerSpec } from "../../../lib/sandbox/speech/spec";
import { speechImage } from "../../../lib/sandbox/speech/images";
import { modelIn } from "../../../lib/sandbox/speech/model";

const REFERENCE = "mcr.microsoft.com/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64";

let folder: string;
let started: SpeechContainer | undefined;

beforeEach(() => {
  jest.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), "spc-test-"));
});

afterEach(() => {
  started?.stop();
  jest.useRealTimers();
  rmSync(folder, { recursive: true });
});

function start(
  {
    modelId = "model-one",
    mounted = true,
    ...given
  }: Partial<SpeechContainerSpec> & { readonly modelId?: string; readonly mounted?: boolean },
  outcomes: readonly ApiStatus[] = [],
  judge?: () => Promise<ApiStatus>,
) {
  const image = speechImage(REFERENCE);
  if (image === undefined) throw new Error("the catalogue does not know the image");
  const lines: string[] = [];
  const asked: string[] = [];
  const left = [...outcomes];
  const result = startSpeechContainer(
    {
      id: "c0ffee",
      name: "captions",
      reference: REFERENCE,
      image,
      command: ["Eula=accept", "Billing=https://host/", "ApiKey=planted-key", `ModelId=${modelId}`],
      env: [],
      ...(mounted ? { modelsFolder: join(folder, "models") } : {}),
      loadingMilliseconds: 300,
      clock: 1,
      ...given,
    },
    {
      log: (line) => lines.push(line),
      judgeKey: (endpoint, key) => {
        asked.push(`${endpoint} ${key}`);
        return judge?.() ?? Promise.resolve(left.shift() ?? "Valid");
      },
      healthChanged: () => undefined,
      random: () => 0,
    },
  );
  if ("refused" in result) throw new Error(result.refused.join(" "));
  started = result;
  return { container: result, lines, asked };
}

const MINUTE = 60_000;

test("a container asks Azure with its endpoint and key at start and every ten minutes", async () => {
  const { asked } = start({});
  await jest.advanceTimersByTimeAsync(20 * MINUTE);
  expect(asked).toEqual(Array(3).fill("https://host/ planted-key"));
});

test("the clock speeds the billing calls up, also while it runs", async () => {
  const { asked, container } = start({ clock: 60 });
  await jest.advanceTimersByTimeAsync(20_000);
  expect(asked).toHaveLength(3);
  container.setClock(600);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveLength(5);
});

test("waits longer than a timer lasts do not end at once", async () => {
  const { asked, container } = start({ clock: 0.0001, loadingMilliseconds: 60_000 * MINUTE });
  await jest.advanceTimersByTimeAsync(20 * MINUTE);
  expect(asked).toHaveLength(1);
  expect(container.health().loading).toBe(true);
});

test("it loads for the given time", async () => {
  const { container } = start({ loadingMilliseconds: 90_000 });
  await jest.advanceTimersByTimeAsync(89_999);
  expect(container.health().loading).toBe(true);
  await jest.advanceTimersByTimeAsync(1);
  expect(container.health().loading).toBe(false);
});

test("a wrong key leaves it running, with the line that a real one logs", async () => {
  const { container, lines } = start({}, ["Invalid"]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(container.health()).toMatchObject({ apiStatus: "Invalid", servesQueries: false, loading: false });
  expect(lines).toContainEqual(expect.stringContaining("Endpoint connection failed with status 'Invalid'"));
});

test("ten calls without an answer end the service and are logged once", async () => {
  const { container, lines } = start({}, ["Valid", ...Array<ApiStatus>(12).fill("CouldNotConnect")]);
  await jest.advanceTimersByTimeAsync(90 * MINUTE);
  expect(container.health()).toMatchObject({ servesQueries: true, unbilled: false });
  await jest.advanceTimersByTimeAsync(30 * MINUTE);
  expect(container.health()).toMatchObject({ servesQueries: false, unbilled: true });
  expect(lines.filter((line) => line.includes("queries are refused"))).toHaveLength(1);
});

test("a call that is made at once counts, an older one that is answered later does not", async () => {
  const answers: ((word: ApiStatus) => void)[] = [];
  const { container } = start({}, [], () => new Promise((resolve) => answers.push(resolve)));
  const called = container.callNow();
  answers[1]?.("OutOfQuota");
  await called;
  answers[0]?.("Valid");
  await jest.advanceTimersByTimeAsync(0);
  expect(container.health().apiStatus).toBe("OutOfQuota");
});

test("after a call that is made at once the next one is ten minutes later", async () => {
  const { asked, container } = start({});
  await jest.advanceTimersByTimeAsync(9 * MINUTE);
  await container.callNow();
  await jest.advanceTimersByTimeAsync(9 * MINUTE);
  expect(asked).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(MINUTE);
  expect(asked).toHaveLength(3);
});

test("a stopped container asks no more", async () => {
  const { asked, container } = start({});
  container.stop();
  await jest.advanceTimersByTimeAsync(60 * MINUTE);
  expect(asked).toHaveLength(1);
});

test("the model is downloaded into its folder", () => {
  start({});
  expect(modelIn(join(folder, "models"))).toBe("model-one");
});

test("ModelId is ignored when the folder holds a model, and the log says which is served", () => {
  start({}).container.stop();
  const { lines } = start({ modelId: "model-two" });
  expect(modelIn(join(folder, "models"))).toBe("model-one");
  expect(lines).toContain("Model model-one was found in the models folder; ModelId model-two is ignored.");
});

test("without a models mount it is downloaded on every start", () => {
  const { lines } = start({ mounted: false });
  expect(lines).toContain("Model model-one was downloaded.");
});

test("the log warns that nothing guards the port and holds no key", () => {
  const { lines } = start({}, ["Invalid"]);
  expect(lines).toContain("No access control enabled!");
  expect(lines.join("\n")).not.toContain("planted-key");
});
