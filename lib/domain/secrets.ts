/** Keys of Cognitive Services: 32 hexadecimal digits (2020) or 84 letters and digits (2025). */
const KEY_FORMS = [/^[0-9a-f]{32}$/i, /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{84}$/];

/** `ApiKey=…`, `Ocp-Apim-Subscription-Key: …`, `?key=…`: a setting that holds a key, with a value behind it. */
const KEY_SETTING =
  /(?:(?:^|[^a-z])(?:api|subscription|account|access)[-_ ]?key|[?&]key)["']?\s*[=:]\s*["']?([^\s"'&;,]+)/gi;

/** References and placeholders are not keys: `$NAME`, `${NAME}`, `{API_KEY}`, `%NAME%`. */
const PLACEHOLDER = /^(?:\$|\{|%|<)/;

/** Words are no keys: `api key: one for each client`, `?key=documentation`. */
const KEY_VALUE = /^(?=.*\d).{16,}$/;

/** Shapes of secrets other than account keys. */
const SECRET_SHAPES: readonly RegExp[] = [
  // Keys of a storage account: 64 bytes in base64.
  /[0-9a-z+/]{86}==/i,
  // Shared access signatures in the query of an address.
  /[?&]sig=\S/i,
  // JSON web tokens.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A password in an address.
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
];

/** Whether a text is, or has in it, something of the form of a secret: a key, a token, a password in an address. */
export function holdsSecret(text: string): boolean {
  return looksLikeKey(text) || assignsKey(text) || SECRET_SHAPES.some((shape) => shape.test(text));
}

/** Whether a property is named like one that holds an account key. */
export function isKeyName(name: string): boolean {
  return /^(?:api|subscription|primaryaccess|secondaryaccess|account|access|sentimentanalysisapi)key[12]?$/i.test(
    name.replace(/[-_ ]/g, ""),
  );
}

function looksLikeKey(text: string): boolean {
  return text.split(/[^A-Za-z0-9]+/).some((token) => KEY_FORMS.some((form) => form.test(token)));
}

function assignsKey(text: string): boolean {
  return [...text.matchAll(KEY_SETTING)].some(([, value = ""]) => !PLACEHOLDER.test(value) && KEY_VALUE.test(value));
}
