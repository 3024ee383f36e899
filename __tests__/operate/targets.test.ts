import { targetOfText, targetsOfOutput } from "../../lib/operate/targets";

describe("targets from the output of a stack", () => {
  it("carry what verify and its screen need, and leave out what is null", () => {
    const output = {
      captions: {
        site: "local",
        function: "speech-to-text",
        host_url: "ws://localhost:5000",
        ready_url: "http://localhost:5000/ready",
        status_url: "http://localhost:5000/status",
        engine_name: "speech-captions",
        locale: "en-US",
        voice: null,
        model_id: null,
      },
    };
    expect(targetsOfOutput(output)).toEqual([
      {
        name: "captions",
        site: "local",
        function: "speech-to-text",
        hostUrl: "ws://localhost:5000",
        readyUrl: "http://localhost:5000/ready",
        statusUrl: "http://localhost:5000/status",
        engineName: "speech-captions",
        locale: "en-US",
      },
    ]);
  });

  it.each([undefined, null, "text", {}, { captions: {} }])("are none in %j", (output) => {
    expect(targetsOfOutput(output)).toEqual([]);
  });
});

describe("targets from --url", () => {
  it.each([
    ["captions=ws://localhost:5000", "captions", "http://localhost:5000/ready"],
    ["lab/captions=wss://lab.example/", "lab/captions", "https://lab.example/ready"],
    ["http://10.0.0.9:5001", "10.0.0.9:5001", "http://10.0.0.9:5001/ready"],
  ])("%s", (text, name, readyUrl) => {
    expect(targetOfText(text)).toMatchObject({ name, readyUrl });
  });

  it.each(["", "captions", "captions=", "ftp://a", "http://"])("are not %j", (text) => {
    expect(targetOfText(text)).toBeUndefined();
  });
});
