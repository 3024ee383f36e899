import { catalogue } from "../../../lib/domain";
import { recognitionPaths } from "../../../lib/sandbox/speech/recognition/settings";
import { synthesisSocketPaths } from "../../../lib/sandbox/speech/synthesis/connection";
import { synthesisPaths, voicesPath } from "../../../lib/sandbox/speech/synthesis/rest";

const ofRecognition = Object.values(recognitionPaths);
const ofSynthesis = [...synthesisPaths, voicesPath, ...synthesisSocketPaths];

const editions = catalogue.flatMap(({ name, editions: all }) =>
  Object.entries(all).map(([edition, entry]) => [name, edition, entry] as const),
);

test.each(editions)(
  "the simulated %s of %s serves the paths that the catalogue names, and no others",
  (name, _, entry) => {
    const served: readonly string[] = name.endsWith("text-to-speech") ? ofSynthesis : ofRecognition;
    expect(entry.paths.map(({ value }) => value).toSorted()).toEqual([...served].toSorted());
  },
);
