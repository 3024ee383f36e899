/** How the key reaches a container. */
export class SecretsVia {
  /** As an environment variable: process lists do not show it. */
  public static readonly ENVIRONMENT = new SecretsVia("environment");

  /** As a word after the image, as in the `docker run` commands of Microsoft's documents: process lists show it. */
  public static readonly ARGUMENTS = new SecretsVia("arguments");

  private constructor(
    /** `environment` or `arguments`. */
    public readonly name: string,
  ) {}
}
