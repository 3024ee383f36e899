import { containerPlan, deploymentPlan, sitePlan } from "../constructs/plans";
import { templateOf } from "./synth";

const at = (line: number) => ({ file: "speech.yaml", line, column: 3 });
const { size } = containerPlan("any");

describe("the comment of each resource", () => {
  const plan = deploymentPlan({
    profile: "production",
    sites: [
      sitePlan(
        [
          containerPlan("captions", {
            source: at(11),
            front: "nginx with client certificates",
            size: { ...size, basis: "expected", expected: { use: "liveStreams", count: 6, steps: [] } },
          }),
          containerPlan("meetings", {
            source: at(14),
            exposed: "closed network",
            allowRetired: true,
            size: { ...size, belowMinimum: "a demo" },
          }),
        ],
        {
          source: at(9),
          engine: {
            host: "ssh://speech@leeds",
            advertise: "leeds",
            cores: 24,
            memoryMiB: 65_536,
            avx2: true,
            reserved: { ports: [80], cores: 2, memoryMiB: 4096 },
          },
        },
      ),
    ],
  });
  const template = templateOf(plan);
  const image = template
    .addresses()
    .filter((address) => address.startsWith("docker_image."))
    .join();

  test.each([
    ["azurerm_cognitive_account.speech", "speech.yaml:4:3"],
    ["azurerm_resource_group.group", "speech.yaml:4:3"],
    ["docker_network.speech_network", "speech.yaml:9:3"],
    ["docker_container.captions", "speech.yaml:11:3"],
    ["docker_container.meetings", "speech.yaml:14:3"],
    [image, "speech.yaml:11:3"],
  ])("names the line of %s", (address, source) => {
    expect(template.comment(address)["source"]).toBe(source);
  });

  test("says of a container what Terraform does not know", () => {
    const engine = {
      host: "ssh://speech@leeds",
      advertise: "leeds",
      cores: 24,
      memory: 65_536,
      avx2: true,
      reserved: { cores: 2, memory: 4096 },
    };
    expect(template.comment("docker_container.captions")["speech"]).toEqual({
      profile: "production",
      engine,
      front: "nginx with client certificates",
      expected: { use: "liveStreams", count: 6 },
    });
    expect(template.comment("docker_container.meetings")["speech"]).toEqual({
      profile: "production",
      engine,
      exposed: "closed network",
      acknowledged: { allowRetired: true, belowMinimum: "a demo" },
    });
  });

  test("says of an account which profile judges it", () => {
    expect(template.comment("azurerm_cognitive_account.speech")["speech"]).toEqual({ profile: "production" });
  });

  test("keeps what CDKTF writes there", () => {
    expect(template.comment("docker_container.captions")["metadata"]).toEqual({
      path: "contoso/Default/captions",
      uniqueId: "captions",
    });
  });
});

test("without places there is nothing to name", () => {
  expect(templateOf(deploymentPlan()).comment("docker_container.captions")).not.toHaveProperty("source");
});
