/** A state of the catalogue: which image versions and sizes are planned. A package upgrade never changes it. */
export class Edition {
  /** The functions and sizes of the document of May 2020. */
  public static readonly V2020_05 = new Edition("2020-05");

  /** Speech to text 4.12.0, neural text to speech 3.12.0, language detection 1.18.0-preview. */
  public static readonly V2025_07 = new Edition("2025-07");

  /**
   * An edition by its name.
   *
   * @param name such as `2025-07`; one that the catalogue does not have is a problem of the construct that uses it
   */
  public static of(name: string): Edition {
    return new Edition(name);
  }

  private constructor(
    /** The name of the edition, such as `2025-07`. */
    public readonly name: string,
  ) {}
}
