import { parseMonth, readUsage } from "../../lib/operate";

const target = { name: "captions", hostUrl: "ws://localhost:5000", address: "127.0.0.2", readyUrl: "", statusUrl: "" };
const meters = [{ name: "Audio.Seconds", quantity: 56097 }];
const body = JSON.stringify({ apiType: "speech", serviceName: "speechtotext", meters });

describe("readUsage", () => {
  it("asks the HTTP side of a container, where the sandbox runs it, for all records or those of a month", async () => {
    const asked: string[] = [];
    const get = async ({ url, address }: { readonly url: string; readonly address?: string }) => {
      asked.push(`${url} at ${address}`);
      return { reached: true as const, statusCode: 200, body };
    };
    expect(await readUsage([target], undefined, get)).toEqual([{ target, meters }]);
    await readUsage([target], { month: 3, year: 2026 }, get);
    expect(asked).toEqual([
      "http://localhost:5000/records/usage-logs/ at 127.0.0.2",
      "http://localhost:5000/records/usage-logs/03/2026 at 127.0.0.2",
    ]);
  });

  it.each([
    ["a container that keeps none", { reached: true as const, statusCode: 404, body: "" }],
    ["another program", { reached: true as const, statusCode: 200, body: "<html>" }],
    ["nobody", { reached: false as const, reason: "ECONNREFUSED" }],
  ])("gets no meters from %s", async (_what, answer) => {
    expect(await readUsage([target], undefined, async () => answer)).toEqual([{ target }]);
  });
});

it.each([
  ["11/2026", { month: 11, year: 2026 }],
  ["03/2026", { month: 3, year: 2026 }],
  ["13/2026", undefined],
  ["2026-11", undefined],
])("%s as a month", (text, month) => {
  expect(parseMonth(text)).toEqual(month);
});
