/** Questions to another thread that wait for their answers. */
export interface Calls<Answer> {
  /** Hands a number to `send` and resolves with the answer that comes under it. */
  ask(send: (call: number) => void): Promise<Answer>;
  answer(call: number, answer: Answer): void;
}

export function openCalls<Answer>(): Calls<Answer> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  return {
    ask: (send) =>
      new Promise((resolve) => {
        const call = ++last;
        waiting.set(call, resolve);
        send(call);
      }),
    answer(call, answer) {
      waiting.get(call)?.(answer);
      waiting.delete(call);
    },
  };
}
