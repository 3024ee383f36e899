import { assignsKey, isKeyName, looksLikeKey } from "../domain";

/** Names of secrets other than account keys, without hyphens and underscores, in lower case. */
const secretNames: ReadonlySet<string> = new Set([
  "accesstoken",
  "authorization",
  "authorizationtoken",
  "clientsecret",
  "cognitiveserviceskey",
  "connectionstring",
  "credential",
  "credentials",
  "key",
  "key1",
  "key2",
  "keys",
  "password",
  "primarykey",
  "sastoken",
  "secondarykey",
  "secret",
  "secretkey",
  "secrets",
  "speechkey",
  "speechapikey",
  "token",
]);

/** Shapes of secrets other than account keys. */
const secretShapes: readonly RegExp[] = [
  // Keys of a storage account: 64 bytes in base64.
  /[0-9a-z+/]{86}==/i,
  // Shared access signatures and keys in the query of an address.
  /[?&](?:sig|key|subscription-key)=\S/i,
  // JSON web tokens.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A password in an address.
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
];

/** Whether a key of a configuration is named as if its value were a secret. */
export function isSecretName(name: string): boolean {
  return isKeyName(name) || secretNames.has(name.toLowerCase().replaceAll(/[-_ ]/g, ""));
}

/** Whether a text is or holds something of the form of a secret. */
export function holdsSecret(text: string): boolean {
  return looksLikeKey(text) || assignsKey(text) || secretShapes.some((shape) => shape.test(text));
}
