/** A wrong configuration and all of its problems: code, line:column and path of each, in the order of the table. */
export interface BadConfig {
  readonly title: string;
  readonly yaml: string;
  readonly problems: readonly string[];
}

/** Four lines that are in order. */
export const HEAD = `name: contoso
edition: "2025-07"
eula: accept
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
`;

/** One container in line 6, after a head of four lines that is in order. */
export const container = (keys: string) => `${HEAD}containers:\n  captions: { ${keys} }\n`;

/** The same with more keys at the top, in line 5. */
export const top = (line: string) =>
  `${HEAD}${line}\ncontainers:\n  captions: { function: speech-to-text, locale: en-US }\n`;

/** A created account in line 4. */
export const account = (keys: string) => `name: contoso
edition: "2025-07"
eula: accept
account: { ${keys} }
containers:
  captions: { function: speech-to-text, locale: en-US }
`;

export const CREATED = "name: contoso, location: westeurope, resourceGroup: { name: speech-rg }";
