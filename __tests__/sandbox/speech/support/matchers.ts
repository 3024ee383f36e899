/** Jest's matchers are `any`; these are typed. */
export const anyNumber: unknown = expect.any(Number);
export const anything: unknown = expect.anything();
export const containing = (text: string): unknown => expect.stringContaining(text);
export const including = (entries: Readonly<Record<string, unknown>>): unknown => expect.objectContaining(entries);
