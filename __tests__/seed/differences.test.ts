import { findFunctionEdition } from "../../lib/domain";
import { MODEL_ID, codesOf, planOf, textAnalytics, tone } from "../domain/requests";
import { templateOf } from "../stacks/synth";
import { commandOfOne, container, planOfOne, planned, request, runOfOne } from "./page";

/** What the page says and this package does differently; docs/seed-coverage.md says why. */

const run = () => templateOf(planned(container("speech-to-text"))).arguments("docker_container.speech-to-text");

test("not here: Automatically removes the container after it exits.", () => {
  expect(run()).toMatchObject({ restart: "unless-stopped" });
  expect(run()).not.toHaveProperty("rm");
  expect(commandOfOne("speech-to-text")).not.toContain("--rm");
});

test("not here: allocates a pseudo-TTY for the container.", () => {
  expect(run()).not.toHaveProperty("tty");
  expect(run()).not.toHaveProperty("stdin_open");
  expect(commandOfOne("speech-to-text")).toMatch(/^docker run -d /);
});

test("not here: `-p 5000:5000`", () => {
  expect(run()["ports"]).toMatchObject([{ ip: "127.0.0.1" }]);
  expect(codesOf(request([container("speech-to-text", { address: "0.0.0.0" })]))).toContain(
    "SPC206 containers.speech-to-text.address",
  );
});

test("not here: `ApiKey={API_KEY}`", () => {
  expect(runOfOne("speech-to-text")).toMatchObject({
    environment: ["ApiKey={API_KEY}"],
    words: ["Eula=accept", "Billing={ENDPOINT_URI}"],
  });
  expect(runOfOne("speech-to-text", { secretsVia: "arguments" }).words).toContain("ApiKey={API_KEY}");
});

test("not here: Allocates 2 CPU cores and one gigabyte (GB) of memory.", () => {
  const { minimum } = findFunctionEdition("text-to-speech", "2020-05")?.size ?? {};
  expect(minimum?.value).toEqual({ cores: 1, memoryMiB: 2 * 1024 });
  const size = { cores: 2, memory: "1g" };
  expect(codesOf(request([container("text-to-speech", { size })]))).toContain("SPC211 containers.text-to-speech.size");
});

test("not here: `1.4.0`", () => {
  const jessa = (change: object) => codesOf(request([container("text-to-speech", { tag: undefined, ...change })]));
  expect(jessa({ voice: "en-US-JessaRUS" })).toContain("SPC118 containers.text-to-speech.voice");
  expect(jessa({ voice: "en-US-JessaRUS", version: "1.3.0" }).join()).not.toContain("SPC118");
  expect(planOfOne("text-to-speech", { tag: undefined, voice: "en-US-AriaRUS" }).image.tag).toBe(
    "1.4.0-amd64-en-us-ariarus-preview",
  );
});

test("not here: download a container image from Container Preview registry.", () => {
  const asked = (allowRetired: boolean) =>
    codesOf(request([container("speech-to-text", { allowRetired, registry: "mirror.contoso.example" })])).join();
  expect(asked(false)).toContain("SPC106");
  expect(asked(true)).not.toContain("SPC106");
  const { image } = planOfOne("speech-to-text", { registry: "mirror.contoso.example" });
  expect(image).toMatchObject({
    registry: "mirror.contoso.example",
    repository: "microsoft/cognitive-services-speech-to-text",
  });
});

test("not here: the `ModelId` is ignored.", () => {
  const volumeOf = (modelId: string) => planOfOne("custom-speech-to-text", { modelId }).mounts[0]?.source;
  expect(volumeOf(MODEL_ID)).toContain(MODEL_ID);
  expect(volumeOf(MODEL_ID.replace("1", "9"))).not.toBe(volumeOf(MODEL_ID));
});

test("not here: `https://localhost:5000/text/analytics/v3.0-preview.1/sentiment`", () => {
  const asking = container("speech-to-text", { sentiment: { container: "tone" } });
  const plan = planOf(request([asking, tone()], { textAnalytics }));
  expect(plan.sites[0]?.containers[0]?.sentiment).toMatchObject({
    host: "http://contoso-tone:5000/text/analytics/v3.0-preview.1/sentiment",
  });
});

test("not here: Performs the same steps as the command above.", () => {
  const plan = planOf(request([container("speech-to-text", { sentiment: "cloud" })], { textAnalytics }));
  expect(plan.sites[0]?.containers[0]?.size).toMatchObject({ cores: 4, memoryMiB: 4 * 1024 });
});
