import { readSettings, recognitionPaths } from "../../../lib/sandbox/speech/recognition/settings";
import { startTurn } from "../../../lib/sandbox/speech/recognition/turn";
import { spokenBytes } from "./support/audio";

test("a turn that waits for sentiment while it is stopped asks, logs and answers once", async () => {
  const query = `speechcontext-PhraseOutput.Simple.Extensions=${encodeURIComponent('["Sentiment"]')}`;
  const settings = readSettings(new URL(`http://host${recognitionPaths.interactive}?${query}`), {});
  const asked: URL[] = [];
  const log: string[] = [];
  const sent: string[] = [];
  let answer: (failure: Error) => void = () => undefined;
  const nobody = new Promise<never>((_, reject) => (answer = reject));
  const route = (url: URL): Promise<never> => {
    asked.push(url);
    return nobody;
  };
  const turn = startTurn(
    {
      answers: "words",
      textAnalytics: { host: "http://tone:5000/text/analytics/v3.0/sentiment", route },
      log: (line) => log.push(line),
    },
    settings,
    (path) => sent.push(path),
    "tag",
  );
  const audio = await spokenBytes("What a wonderful day for a long sentence, of which the end is never heard.");
  await turn.audio(audio.subarray(0, Math.floor(audio.length / 2)));

  const stopped = [1, 2, 3].map(() => turn.stop("a limit"));
  answer(new Error("Connection refused (tone:5000)"));
  await Promise.all(stopped);

  expect(asked).toHaveLength(1);
  expect(log).toEqual([
    "a limit; the turn ends with what was understood so far",
    "sentiment: Connection refused (tone:5000); the result goes without it",
  ]);
  expect(sent.filter((path) => path === "speech.phrase" || path === "turn.end")).toEqual(["speech.phrase", "turn.end"]);
});
