/** One gate: the script `check:<name>` of package.json, which exits 0 when all is well. */
export interface Gate {
  readonly name: string;
  /** A tier of jest tests, which are counted one by one. */
  readonly tests?: true;
}

/** In the order in which they run: what is quick and finds most comes first, what needs the built files last. */
export const gates: readonly Gate[] = [
  { name: "tools" },
  { name: "format" },
  { name: "lint" },
  { name: "rooms" },
  { name: "types" },
  { name: "fast", tests: true },
  { name: "build" },
  { name: "built-rooms" },
  { name: "dead-code" },
  { name: "slow", tests: true },
  { name: "lanes", tests: true },
];
