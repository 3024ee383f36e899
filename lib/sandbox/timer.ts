/** Node makes 1 ms of anything longer. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1;

/** What `setTimeout` can wait, nearest to what is asked. */
export const timerMilliseconds = (asked: number): number => Math.min(asked, LONGEST_MILLISECONDS);
