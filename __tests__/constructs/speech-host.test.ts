import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  ConstructProblem,
  Edition,
  Eula,
  SpeechApiKey,
  SpeechFunction,
  SpeechHost,
  type SpeechHostProps,
} from "../../lib";
import { Template } from "./template";

const captions = { function: SpeechFunction.SPEECH_TO_TEXT, locale: "en-US", port: 5000 };
const narrator = { function: SpeechFunction.NEURAL_TEXT_TO_SPEECH, voice: "en-US-AriaNeural", port: 5001 };

function hostWith(changes: Partial<SpeechHostProps>): { readonly stack: TerraformStack; readonly host: SpeechHost } {
  const stack = new TerraformStack(Testing.app(), "Contoso");
  new DockerProvider(stack, "docker");
  const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
  const host = new SpeechHost(stack, "gpu", {
    account: {
      endpoint: "https://westeurope.api.cognitive.microsoft.com/",
      apiKey: SpeechApiKey.fromVariable(variable),
    },
    edition: Edition.V2025_07,
    eula: Eula.ACCEPT,
    containers: { captions, narrator },
    ...changes,
  });
  return { stack, host };
}

function problemsOf(changes: Partial<SpeechHostProps>): readonly [string, string][] {
  try {
    hostWith(changes);
  } catch (thrown) {
    if (ConstructProblem.isConstructProblem(thrown)) {
      return thrown.problems.map(({ code, path }) => [code, path]);
    }
    throw thrown;
  }
  return [];
}

describe("a host", () => {
  const { stack, host } = hostWith({});
  const template = Template.of(stack);

  test("is a network, an image for each function, and the containers", () => {
    expect(template.addresses().map((address) => address.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "docker_container.gpu_captions",
      "docker_container.gpu_narrator",
      "docker_image.gpu_neural-text-to-speech_3-12-0-amd64-en-us-arianeural_d9e83095",
      "docker_image.gpu_speech-to-text_4-12-0-amd64-en-us_e993d667",
      "docker_network.gpu_speech_network",
    ]);
  });

  test("names its objects after stack and construct", () => {
    expect(host.network.nameInput).toBe("Contoso-gpu");
    expect(host.container("captions").resource.nameInput).toBe("Contoso-gpu-captions");
  });

  test("puts the containers into its network", () => {
    const [network = ""] = template.addresses().filter((address) => address.startsWith("docker_network."));
    for (const address of template.addresses().filter((each) => each.startsWith("docker_container."))) {
      expect(template.arguments(address)["network_mode"]).toBe(`\${${network}.name}`);
    }
  });

  test("says where its containers answer", () => {
    expect(host.hostUrls).toEqual({ captions: "ws://localhost:5000", narrator: "http://localhost:5001" });
    expect(Object.keys(host.containers)).toEqual(["captions", "narrator"]);
  });

  test.each(["toString", "constructor", "__proto__"])("has no container %s, which every object has", (name) => {
    expect(() => host.container(name)).toThrow(`SPC505 container: "${name}" is not a container of this host`);
  });

  test("fails for a container that it has not", () => {
    expect(() => host.container("captoins")).toThrow(
      'Contoso/gpu: 1 problem\n  SPC505 container: "captoins" is not a container of this host, which has captions, narrator',
    );
  });
});

test("containers on one image share it", () => {
  const { stack } = hostWith({ containers: { captions, meetings: { ...captions, port: 5003 } } });
  expect(
    Template.of(stack)
      .addresses()
      .filter((address) => address.startsWith("docker_image.")),
  ).toHaveLength(1);
});

test("a host's registry serves all containers without one of their own", () => {
  const own = { ...narrator, registry: "other.contoso.com" };
  const { host } = hostWith({ registry: "registry.contoso.com", containers: { captions, narrator: own } });
  expect(host.plan.containers.map(({ image }) => image.registry)).toEqual([
    "registry.contoso.com",
    "other.contoso.com",
  ]);
});

test("a host can have a name, a provider and a name for its clients", () => {
  const stack = new TerraformStack(Testing.app(), "contoso");
  const provider = new DockerProvider(stack, "leeds", { alias: "leeds", host: "ssh://speech@leeds" });
  const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
  const account = {
    endpoint: "https://westeurope.api.cognitive.microsoft.com/",
    apiKey: SpeechApiKey.fromVariable(variable),
  };
  const host = new SpeechHost(stack, "leeds-host", {
    account,
    edition: Edition.V2025_07,
    eula: Eula.ACCEPT,
    name: "speech-leeds",
    advertise: "leeds.contoso.com",
    provider,
    containers: { captions: { ...captions, address: "0.0.0.0", front: "nginx" } },
  });
  const template = Template.of(stack);
  expect(template.addresses().map((address) => template.arguments(address)["provider"])).toEqual(
    Array.from({ length: 3 }, () => "docker.leeds"),
  );
  expect(host.network.nameInput).toBe("speech-leeds");
  expect(host.hostUrls).toEqual({ captions: "ws://leeds.contoso.com:5000" });
});

describe("fails for", () => {
  test.each<[string, Partial<SpeechHostProps>, readonly [string, string][]]>([
    ["no containers", { containers: {} }, [["SPC200", "containers"]]],
    ["a name that Docker does not take", { name: "-speech" }, [["SPC201", "name"]]],
    ["too few cores", { cores: 4 }, [["SPC220", "cores"]]],
    ["too little memory", { memory: "16g" }, [["SPC221", "memory"]]],
    [
      "a problem of one container",
      { containers: { captions: { ...captions, locale: "en-UK" } } },
      [["SPC101", "containers.captions.locale"]],
    ],
  ])("%s", (_, changes, expected) => {
    expect(problemsOf(changes)).toEqual(expected);
  });

  test("two containers on one port", () => {
    const codes = problemsOf({ containers: { captions, meetings: captions } }).map(([code]) => code);
    expect(codes).toEqual(["SPC204"]);
  });
});
