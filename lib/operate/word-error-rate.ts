/** How words that were heard differ from those that were said. */
export interface WordErrors {
  /** Words that were said. */
  readonly words: number;
  readonly substitutions: number;
  /** Words that were said and not heard. */
  readonly deletions: number;
  /** Words that were heard and not said. */
  readonly insertions: number;
  /** All errors by the words that were said; over 1 when much more was heard than said. 0 when neither has a word. */
  readonly rate: number;
}

/**
 * The word error rate as the field defines it: the least number of substitutions, deletions and insertions that turn what was
 * said into what was heard. Case and punctuation do not count.
 */
export function wordErrors(said: string, heard: string): WordErrors {
  const [expected, found] = [wordsOf(said), wordsOf(heard)];
  let row: readonly Errors[] = found.map((_, index) => ({ ...none, insertions: index + 1 }));
  row = [none, ...row];
  for (const [line, word] of expected.entries()) {
    const next: Errors[] = [{ ...none, deletions: line + 1 }];
    for (const [column, other] of found.entries()) {
      const diagonal = row[column] ?? none;
      const above = row[column + 1] ?? none;
      const left = next[column] ?? none;
      next.push(
        least(
          word === other ? diagonal : { ...diagonal, substitutions: diagonal.substitutions + 1 },
          { ...above, deletions: above.deletions + 1 },
          { ...left, insertions: left.insertions + 1 },
        ),
      );
    }
    row = next;
  }
  const errors = row.at(-1) ?? none;
  return {
    words: expected.length,
    ...errors,
    rate: total(errors) === 0 ? 0 : total(errors) / Math.max(1, expected.length),
  };
}

interface Errors {
  readonly substitutions: number;
  readonly deletions: number;
  readonly insertions: number;
}

const none: Errors = { substitutions: 0, deletions: 0, insertions: 0 };

const total = ({ substitutions, deletions, insertions }: Errors): number => substitutions + deletions + insertions;

/** The first of those with the fewest errors. */
function least(...candidates: readonly [Errors, ...Errors[]]): Errors {
  return candidates.reduce((best, candidate) => (total(candidate) < total(best) ? candidate : best));
}

/** Lower-case words without punctuation; scripts without spaces are cut as Unicode cuts them. */
function wordsOf(text: string): readonly string[] {
  const segments = new Intl.Segmenter("und", { granularity: "word" }).segment(text.normalize("NFC").toLowerCase());
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
