import type { ContainerRequest } from "../../lib/domain";
import { FINGERPRINT_LABEL } from "../../lib/domain/labels";
import { MODEL_ID, captions, codesOf, containerOf, deployment } from "./requests";

const planned = (change: Partial<ContainerRequest>) => containerOf(deployment([captions(change)]));
const volumesOf = (...[request]: Parameters<typeof containerOf>) =>
  containerOf(request).mounts.map(({ source, target }) => `${source}:${target}`);

describe("what a container writes", () => {
  it("stays in the container when nothing is said", () => {
    expect(planned({}).mounts).toEqual([]);
    expect(planned({}).settings.map(({ name }) => name)).not.toContain("Mounts:Output");
  });

  it("goes into a volume that is named after deployment, site and container, and the container is told", () => {
    const { mounts, settings } = planned({ mounts: { output: "volume" } });
    expect(mounts).toEqual([{ type: "volume", source: "contoso-output-captions", target: "/output", readOnly: false }]);
    expect(settings.at(-1)).toEqual({
      name: "Mounts:Output",
      value: { kind: "literal", text: "/output" },
      via: "argument",
    });
    const containers = [captions({ mounts: { output: "volume" } })];
    expect(volumesOf(deployment([], { layout: "sites", sites: [{ name: "leeds", containers }] }))).toEqual([
      "contoso-output-leeds-captions:/output",
    ]);
  });

  it.each(["/srv/output", "C:\\SpeechOutput"])("goes into %s when it is given, on any host", (output) => {
    expect(planned({ mounts: { output } }).mounts).toEqual([
      { type: "bind", source: output, target: "/output", readOnly: false },
    ]);
  });

  it("may share a folder with others, unlike models: each container writes below a folder of its own", () => {
    const output = "/srv/output";
    const containers = [captions({ mounts: { output } }), captions({ name: "other", port: 5001, mounts: { output } })];
    expect(codesOf(deployment(containers))).toEqual([]);
  });

  it("stands beside the model of a custom container", () => {
    const custom = { name: "desk", function: "custom-speech-to-text", modelId: MODEL_ID, mounts: { output: "volume" } };
    expect(volumesOf(deployment([custom]))).toEqual([
      `contoso-model-${MODEL_ID}:/usr/local/models`,
      "contoso-output-desk:/output",
    ]);
  });

  it("replaces the container when it goes elsewhere, which the provider would only record", () => {
    const labels = ["volume", "/srv/output"].map((output) => planned({ mounts: { output } }).labels[FINGERPRINT_LABEL]);
    expect(new Set([...labels, planned({}).labels[FINGERPRINT_LABEL]]).size).toBe(3);
  });

  it.each(["/", "./output", "/srv/../etc", "C:\\", "Volume"])("cannot go to %s", (output) => {
    expect(codesOf(deployment([captions({ mounts: { output } })]))).toEqual([
      "SPC231 containers.captions.mounts.output",
    ]);
  });
});
