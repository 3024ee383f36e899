/** The locale part of a voice's short name: `en-US` of `en-US-Guy24kRUS`. All voices of the catalogue have two-part locales. */
export function localeOfVoice(shortName: string): string {
  return shortName.split("-").slice(0, 2).join("-");
}
