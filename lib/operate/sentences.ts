/** A sentence to talk with, by language: everyday words, so that any model has them. */
const sentences: Readonly<Record<string, string>> = {
  ar: "صباح الخير. القطار يغادر المحطة الآن.",
  cs: "Dobré ráno. Vlak odjíždí z nádraží.",
  da: "Godmorgen. Toget kører fra stationen nu.",
  de: "Guten Morgen. Der Zug nach Leipzig fährt um neun.",
  en: "Good morning. The train to Leeds leaves at nine.",
  es: "Buenos días. El tren a Sevilla sale a las nueve.",
  fi: "Hyvää huomenta. Juna lähtee asemalta nyt.",
  fr: "Bonjour. Le train pour Lyon part à neuf heures.",
  hi: "सुप्रभात। ट्रेन अब स्टेशन से चलती है।",
  it: "Buongiorno. Il treno per Torino parte alle nove.",
  ja: "おはようございます。電車は駅を出ます。",
  ko: "좋은 아침입니다. 기차가 역을 떠납니다.",
  nb: "God morgen. Toget går fra stasjonen nå.",
  nl: "Goedemorgen. De trein naar Leiden vertrekt om negen uur.",
  pl: "Dzień dobry. Pociąg odjeżdża z dworca.",
  pt: "Bom dia. O comboio para o Porto parte às nove.",
  ru: "Доброе утро. Поезд уходит со станции.",
  sv: "God morgon. Tåget går från stationen nu.",
  tr: "Günaydın. Tren şimdi istasyondan kalkıyor.",
  zh: "早上好。火车现在离开车站。",
};

/** The sentence for a locale such as `en-GB`; undefined for a language that has none. */
export const sentenceFor = (locale: string): string | undefined => sentences[languageOf(locale)];

/** `en` of `en-GB`. */
export const languageOf = (locale: string): string => locale.split("-")[0] ?? locale;
