/** The tier's limit for each test: of a project's own `testTimeout` Jest takes no notice. */
jest.setTimeout((globalThis as unknown as { readonly millisecondsOfATest: number }).millisecondsOfATest);
