/** Keys of Cognitive Services: 32 hexadecimal digits (2020) or 84 letters and digits (2025). */
const KEY_FORMS = [/^[0-9a-f]{32}$/i, /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{84}$/];

/** `ApiKey=…`, `api_key: …`, `Ocp-Apim-Subscription-Key: …`: a setting that holds a key, with a value behind it. */
const KEY_SETTING = /(?:^|[^a-z])(?:api|subscription|account|access)[-_ ]?key["']?\s*[=:]\s*["']?([^\s"']+)/i;

/** References and placeholders are not keys: `$NAME`, `${NAME}`, `{API_KEY}`, `%NAME%`. */
const PLACEHOLDER = /^(?:\$|\{|%|<)/;

/** Whether a text is, or has in it, something of the form of an account key. */
export function looksLikeKey(text: string): boolean {
  return text.split(/[^A-Za-z0-9]+/).some((token) => KEY_FORMS.some((form) => form.test(token)));
}

/** Whether a text gives a value to a setting that holds a key, such as `ApiKey=…`. */
export function assignsKey(text: string): boolean {
  const value = KEY_SETTING.exec(text)?.[1];
  return value !== undefined && !PLACEHOLDER.test(value);
}

/** Whether a property is named like one that holds an account key. */
export function isKeyName(name: string): boolean {
  return /^(?:api|subscription|primaryaccess|secondaryaccess|account|access|sentimentanalysisapi)key[12]?$/i.test(
    name.replace(/[-_ ]/g, ""),
  );
}
