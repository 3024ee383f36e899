import { problemCatalogue } from "../../lib/domain/problem-catalogue";
import type { HttpAnswer } from "../../lib/operate/http";
import { judge } from "../../lib/operate/judge";

const answer = (statusCode: number, body: unknown): HttpAnswer => ({
  reached: true,
  statusCode,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const nobody: HttpAnswer = { reached: false, reason: "ECONNREFUSED" };
const ready = answer(200, { service: "speechtotext", ready: "ready" });
const notReady = answer(503, { service: "speechtotext", ready: "notready" });
const status = (apiStatus: string): HttpAnswer => answer(200, { service: "speechtotext", apiStatus });

describe("what the answers of a container mean", () => {
  it.each([
    ["ready with a valid key", ready, status("Valid"), "answers", undefined],
    ["not metered", ready, status("nonmetered"), "answers", undefined],
    ["an old container without a word at /ready", answer(200, "ok"), status("Valid"), "answers", undefined],
    ["still loading", notReady, status("Valid"), "loading", "SPC809"],
    ["ready in HTTP, not in words", answer(200, { ready: "notready" }), status("Valid"), "loading", "SPC809"],
    ["loading, key not judged yet", notReady, status("Unknown"), "loading", "SPC809"],
    ["a wrong key", ready, status("Invalid"), "refuses", "SPC801"],
    ["a wrong key while loading", notReady, status("Invalid"), "refuses", "SPC801"],
    ["the key of another kind", ready, status("Mismatch"), "refuses", "SPC802"],
    ["no way to Azure", ready, status("CouldNotConnect"), "refuses", "SPC803"],
    ["a busy endpoint", ready, status("BillingEndpointBusy"), "refuses", "SPC804"],
    ["no quota", ready, status("OutOfQuota"), "refuses", "SPC805"],
    ["no approval", ready, status("ContainerUseUnauthorized"), "refuses", "SPC806"],
    ["an unknown key state", ready, status("Unknown"), "refuses", "SPC807"],
    ["a word of the future", ready, status("Suspended"), "refuses", "SPC807"],
    ["a word that every object has", ready, status("constructor"), "refuses", "SPC807"],
    ["another spelling of a good word", ready, status("valid"), "refuses", "SPC807"],
    ["nobody", nobody, nobody, "unreachable", "SPC808"],
    ["gone between two questions", ready, nobody, "unreachable", "SPC808"],
    ["another program with a home page", answer(200, "<html>"), answer(200, "<html>"), "other program", "SPC813"],
    ["another program without one", answer(404, ""), answer(404, ""), "other program", "SPC813"],
  ])("%s", (_name, readyAnswer, statusAnswer, verdict, code) => {
    const finding = judge(readyAnswer, statusAnswer);
    expect([finding.verdict, finding.code]).toEqual([verdict, code]);
    if (code !== undefined) expect(problemCatalogue).toHaveProperty(code);
  });

  it("lets no word from the network move the cursor or fill the screen", () => {
    const { sentence, apiStatus } = judge(ready, status(`\u001b[2J\u009b${"x".repeat(5_000)}`));
    expect(`${sentence}${apiStatus}`).not.toMatch(/\p{Cc}/u);
    expect(sentence).toContain("\\u001b[2J\\u009bxxx");
    expect(sentence.length).toBeLessThan(200);
  });

  it.each(["Invalid", "Mismatch", "OutOfQuota", "ContainerUseUnauthorized"])(
    "does not wait for %s to go away",
    (word) => {
      expect(judge(ready, status(word)).final).toBe(true);
    },
  );

  it.each(["CouldNotConnect", "BillingEndpointBusy", "Unknown"])("gives %s time to go away", (word) => {
    expect(judge(ready, status(word)).final).toBe(false);
  });
});
