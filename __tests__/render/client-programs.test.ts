import { readClientProgram } from "../../lib/cli/package";
import { catalogue, findFunction } from "../../lib/domain";
import { containersOf, explainContainer, renderExplanation } from "../../lib/render";
import { MODEL_ID, captions, deployment, planOf, textAnalytics } from "../domain/requests";

type Change = Parameters<typeof captions>[0];

function explained(change: Change = {}, edition = "2025-07") {
  const [found] = containersOf(planOf(deployment([captions(change)], { edition, textAnalytics })));
  if (found === undefined) throw new Error("expected a container");
  return explainContainer(found.site, found.container, readClientProgram);
}

const neural = { function: "neural-text-to-speech", locale: undefined, voice: "de-DE-KatjaNeural", port: 5044 };
const customSpeaker = { function: "custom-text-to-speech", locale: undefined, modelId: MODEL_ID, allowRetired: true };
const customListener = { function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID };

const everyFunction: readonly [string, Change, "2020-05" | "2025-07"][] = [
  ["speech-to-text", {}, "2025-07"],
  ["custom-speech-to-text", customListener, "2025-07"],
  ["text-to-speech", { function: "text-to-speech", locale: undefined, tag: "latest", allowRetired: true }, "2020-05"],
  ["custom-text-to-speech", customSpeaker, "2020-05"],
  ["neural-text-to-speech", neural, "2025-07"],
  ["language-detection", { function: "language-detection", locale: undefined }, "2025-07"],
  ["sentiment", { function: "sentiment", locale: undefined }, "2025-07"],
];

describe("the programs that use a container", () => {
  test("are tried for every function of the catalogue", () => {
    expect(everyFunction.map(([name]) => name).toSorted()).toEqual(catalogue.map(({ name }) => name).toSorted());
  });

  test("of sentiment are for curl alone: the Speech SDK does not call it", () => {
    expect(explained({ function: "sentiment", locale: undefined }).clients.map(({ file }) => file)).toEqual([
      "sentiment.sh",
    ]);
  });

  test.each(everyFunction.filter(([name]) => name !== "sentiment"))(
    "of %s are in JavaScript and Python, and for curl where there is REST",
    (name, change, edition) => {
      const hasRest = findFunction(name)?.editions[edition]?.hostProtocol.value === "http";
      const languages = explained(change, edition).clients.map(({ language }) => language);
      expect(languages).toEqual(["JavaScript", "Python", ...(hasRest ? ["curl"] : [])]);
    },
  );

  test.each(everyFunction)("of %s all name its host URL and no other", (_, change, edition) => {
    const { clients, urls } = explained({ ...change, port: 5999 }, edition);
    for (const { text } of clients) {
      expect([...text.matchAll(/\w+:\/\/[^/"\s]+/g)].map(([url]) => url)).toEqual([urls.host]);
    }
  });

  test.each(["synthesize.js", "synthesize.py", "synthesize.sh"])(
    "%s speaks with the voice of the container",
    (file) => {
      const text = explained(neural).clients.find((client) => client.file === file)?.text;
      expect(text).toContain('"de-DE-KatjaNeural"');
      expect(text).not.toContain("en-US");
    },
  );

  test.each(["recognize.js", "recognize.py"])("%s names the locale of the container", (file) => {
    const text = explained({ locale: "en-GB" }).clients.find((client) => client.file === file)?.text;
    expect(text).toMatch(/language = "en-GB"/i);
    expect(text).not.toContain("en-US");
  });

  test("what only the owner of a custom model knows is a placeholder", () => {
    expect(explained(customListener).clients.every(({ text }) => text.includes('"{LOCALE}"'))).toBe(true);
    expect(explained(customSpeaker, "2020-05").clients.every(({ text }) => text.includes('"{VOICE_NAME}"'))).toBe(true);
  });

  test("are printed as they are, from the left edge, so that pasted Python runs", () => {
    const explanation = explained();
    for (const { text } of explanation.clients) expect(renderExplanation(explanation)).toContain(`\n\n${text}`);
  });
});
