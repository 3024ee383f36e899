const MOST_SUGGESTIONS = 3;

/** Insertions, deletions and replacements that turn one word into the other. */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** The known words by their distance to the word, the nearest first; ties in the order given. Case does not count. */
export function closest(word: string, known: readonly string[], most = MOST_SUGGESTIONS): readonly string[] {
  return ranked(word, known)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** "Did you mean": at most three known words that the word may be a misspelling of, the nearest first. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const farthest = Math.max(2, Math.floor(word.length / 3));
  return ranked(word, known)
    .filter(({ distance, candidate }) => distance <= farthest && distance < candidate.length)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

/** A misspelling is never longer than this; measuring longer words would only cost time. */
const LONGEST_WORD = 200;

function ranked(word: string, known: readonly string[]) {
  const given = word.slice(0, LONGEST_WORD).toLowerCase();
  return known
    .map((candidate) => ({ candidate, distance: editDistance(given, candidate.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance);
}
