/** The pricing tier of a Speech account. */
export class SpeechSku {
  /** Free, with a monthly quota; one per subscription. */
  public static readonly F0 = new SpeechSku("F0");

  /** Standard: pay as you go. */
  public static readonly S0 = new SpeechSku("S0");

  /** Commitment tier for disconnected containers: gives licences, and serves no connected container. */
  public static readonly DC0 = new SpeechSku("DC0");

  /**
   * A tier by its name.
   *
   * @param name such as `S0`; one that Speech does not have is a problem of the account (SPC306)
   */
  public static of(name: string): SpeechSku {
    return new SpeechSku(name);
  }

  private constructor(
    /** The name of the tier, such as `S0`. */
    public readonly name: string,
  ) {}
}
