import type { IResolvable, IResolveContext } from "cdktf";

/**
 * Plain data without tokens, handed over as one token. CDKTF resolves each value of a stack three times, which is most
 * of the time of a large synth; what is inside a token it leaves alone.
 */
export class PlainData implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly data: unknown) {}

  public resolve(context: IResolveContext): unknown {
    context.registerPostProcessor({ postProcess: () => this.data });
    return null;
  }

  public toString(): string {
    throw new Error("plain data is no text");
  }
}
