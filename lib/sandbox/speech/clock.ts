/** Time in milliseconds; the sandbox can move it. */
export interface Clock {
  now(): number;
}
