import type { KeySlot as Slot } from "../domain/plan";

/**
 * Which of an account's two keys the containers use. For a rotation without an outage, move to the other slot,
 * apply, then regenerate the first key. Each move replaces the containers that use the key.
 */
export class KeySlot {
  /** The account's first key. */
  public static readonly PRIMARY = new KeySlot("primary");

  /** The account's second key. */
  public static readonly SECONDARY = new KeySlot("secondary");

  /** The slot of a plan. */
  public static of(slot: Slot): KeySlot {
    return slot === "primary" ? KeySlot.PRIMARY : KeySlot.SECONDARY;
  }

  private constructor(
    /** `primary` or `secondary`. */
    public readonly name: Slot,
  ) {}
}
