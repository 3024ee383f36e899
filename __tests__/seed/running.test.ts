import { seedCommands } from "../seed-commands";
import { codesOf } from "../domain/requests";
import { templateOf } from "../stacks/synth";
import { BILLING_WORDS, type PageFunction, container, planned, refusedWith, request, runOfOne } from "./page";

/** A container of the function runs like its command, whose key stands behind the image. */
function runsLikeItsCommand(name: PageFunction, size: "minimum" | "recommended"): void {
  const command = seedCommands.find(({ image }) => image.endsWith(`/cognitive-services-${name}`));
  const folder = name.startsWith("custom") ? { mounts: { models: "C:\\CustomSpeech" } } : {};
  const ours = runOfOne(name, { tag: "latest", secretsVia: "arguments", size, ...folder });
  expect(ours).toMatchObject({ memory: command?.memory, cpus: command?.cpus, image: `${command?.image}:latest` });
  expect(ours.publish).toMatch(new RegExp(`:${command?.port}$`));
  const volumes = command?.volumes.map((volume) => volume.replace("{VOLUME_MOUNT}", "C:\\CustomSpeech"));
  expect(ours.volumes).toEqual(volumes);
  expect(ours.words.map((word) => word.replace(/^ModelId=.*/, "ModelId={MODEL_ID}"))).toEqual(command?.words);
}

test("To run the Speech-to-text container, execute the following `docker run` command.", () => {
  runsLikeItsCommand("speech-to-text", "recommended");
});

test("To run the Custom Speech-to-text container, execute the following `docker run` command:", () => {
  runsLikeItsCommand("custom-speech-to-text", "recommended");
});

test("To run the Text-to-speech container, execute the following `docker run` command.", () => {
  runsLikeItsCommand("text-to-speech", "minimum");
});

test("To run the Custom Text-to-speech container, execute the following `docker run` command:", () => {
  runsLikeItsCommand("custom-text-to-speech", "minimum");
});

describe("in Terraform", () => {
  const template = templateOf(planned(container("speech-to-text", { size: "recommended" })));
  const run = template.arguments("docker_container.speech-to-text");

  const imageOf = (name: PageFunction) => {
    const made = templateOf(planned(container(name, { tag: "latest" })));
    const { image } = made.arguments(`docker_container.${name}`);
    const [, id = ""] = /^\$\{docker_image\.(.+)\.image_id\}$/.exec(String(image)) ?? [];
    return made.arguments(`docker_image.${id}`)["name"];
  };

  test("Runs a Speech-to-text container from the container image.", () => {
    expect(imageOf("speech-to-text")).toMatch(/\/cognitive-services-speech-to-text:latest$/);
  });

  test("Runs a Custom Speech-to-text container from the container image.", () => {
    expect(imageOf("custom-speech-to-text")).toMatch(/\/cognitive-services-custom-speech-to-text:latest$/);
  });

  test("Runs a Text-to-speech container from the container image.", () => {
    expect(imageOf("text-to-speech")).toMatch(/\/cognitive-services-text-to-speech:latest$/);
  });

  test("Runs a Custom Text-to-speech container from the container image.", () => {
    expect(imageOf("custom-text-to-speech")).toMatch(/\/cognitive-services-custom-text-to-speech:latest$/);
  });

  test("Allocates 4 CPU cores and 4 gigabytes (GB) of memory.", () => {
    expect([Number(run["cpu_quota"]) / Number(run["cpu_period"]), run["memory"]]).toEqual([4, 4 * 1024]);
  });

  test("Exposes TCP port 5000", () => {
    expect(run["ports"]).toMatchObject([{ internal: 5000, external: 5000, protocol: "tcp" }]);
  });

  test("The container image is still available on the host computer.", () => {
    const [image = ""] = template.addresses().filter((address) => address.startsWith("docker_image."));
    expect(template.arguments(image)["keep_locally"]).toBe(true);
  });
});

test("The `Eula`, `Billing`, and `ApiKey` options must be specified to run the container; otherwise, the container won't start.", () => {
  const reasons = ["Eula", "Billing", "ApiKey"].map((option) =>
    refusedWith("speech-to-text", { words: BILLING_WORDS.filter((word) => !word.startsWith(option)) }),
  );
  expect(reasons).toEqual([
    [expect.stringContaining("Missing EULA=accept")],
    [expect.stringContaining("Missing Billing=")],
    [expect.stringContaining("Missing ApiKey=")],
  ]);
  expect(refusedWith("speech-to-text")).toEqual([]);
  expect(codesOf(request([container("speech-to-text")], { eula: undefined }))).toContain("SPC301 eula");
});
