import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { readProcessor } from "../../../lib/operate/preflight/cpuinfo";
import { readImages, readInfo, readPublished, readServerErrors } from "../../../lib/operate/preflight/docker-answers";
import { thisMachine } from "../../../lib/operate/preflight/machine";

const cpuinfo = (model: string, flags: string, ...megahertz: readonly string[]) =>
  megahertz.map((speed) => `model name\t: ${model}\ncpu MHz\t\t: ${speed}\nflags\t\t: ${flags}\n`).join("\n");

describe("/proc/cpuinfo", () => {
  it.each([
    [
      "the nominal speed of its name",
      cpuinfo("Xeon(R)  Gold @ 2.70GHz", "fpu avx2", "1200"),
      "Xeon(R) Gold @ 2.70GHz",
      true,
      2700,
    ],
    ["the fastest core", cpuinfo("EPYC", "avx avx2 sse", "1496.2", "2596.1"), "EPYC", true, 2596.1],
    ["no AVX2 where only AVX is", cpuinfo("Old", "fpu avx avx2x", "2600"), "Old", false, 2600],
    ["no speed where none is told", "model name : vCPU\nflags : avx2\n", "vCPU", true, undefined],
  ])("gives %s", (_, text, model, hasAvx2, megahertz) => {
    expect(readProcessor(text)).toEqual({ model, hasAvx2, ...(megahertz === undefined ? {} : { megahertz }) });
  });

  it("of another processor gives none", () => {
    expect(readProcessor("Processor : ARMv8\n")).toBeUndefined();
    expect(readProcessor("")).toBeUndefined();
  });
});

describe("what docker answers", () => {
  it("tells which engine it is", () => {
    const info = {
      ServerVersion: "27.1.1",
      Name: "speech-1",
      OperatingSystem: "Ubuntu 24.04",
      OSType: "linux",
      Architecture: "x86_64",
      NCPU: 16,
      MemTotal: 67_108_864_000,
      DockerRootDir: "/data/docker",
    };
    expect(readInfo(JSON.stringify(info))).toEqual({
      version: "Docker 27.1.1",
      name: "speech-1",
      operatingSystem: "Ubuntu 24.04",
      osType: "linux",
      architecture: "x86_64",
      cores: 16,
      memoryMiB: 64_000,
      rootFolder: "/data/docker",
    });
  });

  it.each(["", "no JSON", "null", "[]", '{"host":{"os":"linux"}}', '{"ServerErrors":["Cannot connect"]}'])(
    "is no engine: %s",
    (json) => expect(readInfo(json)).toBeUndefined(),
  );

  it("has the errors of an engine that was not reached", () => {
    expect(readServerErrors('{"ServerErrors":["Cannot connect"]}')).toEqual(["Cannot connect"]);
    expect(readServerErrors("no JSON")).toEqual([]);
  });

  it("names published ports once, and leaves out what only containers see", () => {
    const lines = "web\t0.0.0.0:80->8080/tcp, [::]:80->8080/tcp, 9000/tcp\nquiet\t\ndns\t0.0.0.0:53->53/udp\n";
    expect(readPublished(lines)).toEqual([{ engineName: "web", port: 80 }]);
  });

  it("names images by tag, by digest and by both", () => {
    const digest = `sha256:${"0f".repeat(32)}`;
    expect(readImages(`r/a\t1\t<none>\nr/b\t<none>\t${digest}\nr/c\t2\t${digest}\n`)).toEqual([
      "r/a:1",
      `r/b@${digest}`,
      "r/c:2",
      `r/c@${digest}`,
      `r/c:2@${digest}`,
    ]);
  });
});

describe("this machine", () => {
  it("tells a port that is taken from one that was freed, and an address that it does not have", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ host: "127.0.0.1", port: 0 }, resolve));
    const { port } = server.address() as AddressInfo;
    expect(await thisMachine.portState("127.0.0.1", port)).toBe("taken");
    await new Promise((resolve) => server.close(resolve));
    expect(await thisMachine.portState("127.0.0.1", port)).toBe("free");
    expect(await thisMachine.portState("192.0.2.1", port)).toBe("no address of this machine");
  });

  it("has cores, memory and free disk", async () => {
    const { cores, memoryMiB } = thisMachine.capacity();
    expect(Math.min(cores, memoryMiB)).toBeGreaterThan(0);
    expect(await thisMachine.freeDiskMiB(tmpdir())).toMatchObject({ seen: true });
    expect(await thisMachine.freeDiskMiB("/no/such/folder")).toMatchObject({ seen: false });
  });

  it("says why a host is not reached", async () => {
    expect(await thisMachine.whyNotReached("no-such-host.invalid")).toMatch(/^E|no answer/);
  });
});
