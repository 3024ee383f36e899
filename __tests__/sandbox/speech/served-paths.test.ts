import { catalogue } from "../../../lib/domain";
import { recognitionPaths } from "../../../lib/sandbox/speech/recognition/settings";
import { sentimentPaths } from "../../../lib/sandbox/speech/sentiment/companion";
import { synthesisSocketPaths } from "../../../lib/sandbox/speech/synthesis/connection";
import { synthesisPaths, voicesPath } from "../../../lib/sandbox/speech/synthesis/rest";

const ofRecognition = Object.values(recognitionPaths);
const ofSynthesis = [...synthesisPaths, voicesPath, ...synthesisSocketPaths];

function servedBy(name: string): readonly string[] {
  if (name === "sentiment") {
    return Object.keys(sentimentPaths);
  }
  return name.endsWith("text-to-speech") ? ofSynthesis : ofRecognition;
}

const editions = catalogue.flatMap(({ name, editions: all }) =>
  Object.entries(all).map(([edition, entry]) => [name, edition, entry] as const),
);

test.each(editions)(
  "the simulated %s of %s serves the paths that the catalogue names, and no others",
  (name, _, entry) => {
    expect(entry.paths.map(({ value }) => value).toSorted()).toEqual([...servedBy(name)].toSorted());
  },
);
