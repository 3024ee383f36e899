/** The acceptance of the licence terms of the Speech containers: nobody can give it for you. */
export class Eula {
  /** You have read the licence terms and accept them. */
  public static readonly ACCEPT = new Eula("accept");

  private constructor(
    /** The word that the containers are started with. */
    public readonly word: string,
  ) {}
}
