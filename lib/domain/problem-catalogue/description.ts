/** What `explain <code>` says of a problem code. */
export interface ProblemDescription {
  /** A few words, lower case. */
  readonly title: string;
  /** What the code means and why it is a problem. */
  readonly meaning: string;
  /** What to do about it. */
  readonly mend: string;
}
