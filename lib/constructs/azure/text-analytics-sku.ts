/** The pricing tier of a Text Analytics account. */
export class TextAnalyticsSku {
  /** Free, with a monthly quota; one per subscription. */
  public static readonly F0 = new TextAnalyticsSku("F0");

  /** Standard: pay as you go. */
  public static readonly S = new TextAnalyticsSku("S");

  /**
   * A tier by its name.
   *
   * @param name such as `S`; one that Text Analytics does not have is a problem of the account (SPC306)
   */
  public static of(name: string): TextAnalyticsSku {
    return new TextAnalyticsSku(name);
  }

  private constructor(
    /** The name of the tier, such as `S`. */
    public readonly name: string,
  ) {}
}
