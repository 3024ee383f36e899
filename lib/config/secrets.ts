import { isKeyName } from "../domain/secrets";

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
  "instrumentationkey",
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

/** Whether a key of a configuration is named as if its value were a secret. */
export function isSecretName(name: string): boolean {
  return isKeyName(name) || secretNames.has(name.toLowerCase().replaceAll(/[-_ ]/g, ""));
}
