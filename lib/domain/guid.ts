const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a word has the form of a model's id: 8-4-4-4-12 hexadecimal digits. */
export function isGuid(word: string): boolean {
  return GUID.test(word);
}
