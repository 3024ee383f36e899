import { type ContainerRequest, type Edition, compareEditions, isChanged } from "../../lib/domain";
import { captions, deployment } from "./requests";

const MODEL = "1a2b3c4d-2222-3333-4444-555555555555";
const compare = (containers: readonly ContainerRequest[], to: Edition = "2025-07", from = "2020-05") =>
  compareEditions(deployment(containers, { edition: from }), to);
const old = (change: Partial<ContainerRequest> = {}) => captions({ allowRetired: true, ...change });

describe("another edition", () => {
  it("gives a container another image and size", () => {
    const { from, to, containers, problems } = compare([old()]);
    expect([from, to, problems]).toEqual(["2020-05", "2025-07", []]);
    expect(containers).toEqual([
      {
        site: "local",
        name: "captions",
        function: "speech-to-text",
        before: {
          image: "containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text:2.2.0-amd64-en-us-preview",
          size: "4 cores, 4 GB",
          containerPort: 5000,
        },
        after: {
          image: "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
          size: "8 cores, 16 GB",
          containerPort: 5000,
        },
      },
    ]);
    expect(containers.map(isChanged)).toEqual([true]);
  });

  it("names what takes the place of a function that it does not have, and shows the others all the same", () => {
    const voice = old({
      name: "voice",
      function: "text-to-speech",
      locale: undefined,
      voice: "en-US-AriaRUS",
      port: 5001,
    });
    const { containers, problems } = compare([old(), voice]);
    expect(containers).toMatchObject([{ after: {} }, { before: {}, replacement: "neural-text-to-speech" }]);
    expect(containers[1]).not.toHaveProperty("after");
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["SPC105 containers.voice.function"]);
  });

  it("is the same where nothing changes, and where a size is set by hand only the image does", () => {
    expect(compare([captions()], "2025-07", "2025-07").containers.map(isChanged)).toEqual([false]);
    const custom = old({
      function: "custom-speech-to-text",
      locale: undefined,
      modelId: MODEL,
      size: { cores: 16, memory: "32g" },
    });
    const [change] = compare([custom]).containers;
    expect(change?.before?.size).toBe(change?.after?.size);
    expect(change?.before?.image).not.toBe(change?.after?.image);
  });

  it("is compared with the newest where none is written", () => {
    expect(compareEditions(deployment(undefined, { edition: undefined }), "2020-05").from).toBe("2025-07");
  });

  it("is no matter of the lock, which names images of one edition", () => {
    const request = deployment([captions()], { lock: { "b.example/c:d": `sha256:${"0f".repeat(32)}` } });
    expect(compareEditions(request, "2025-07").problems).toEqual([]);
  });
});
