/** What the engine answers when it cannot do something, in the words of Docker's client. */
export class EngineError extends Error {
  constructor(message: string) {
    super(`Error response from daemon: ${message}`);
  }
}
