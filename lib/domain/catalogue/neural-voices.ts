import type { Voice } from "./types";

/**
 * Neural voices of 3.12.0 by locale: 112 in 44 locales. The registry export (C1) gives only the lower-case tag slugs;
 * the mixed case of the short names is taken from Microsoft's voice list (M20), which has all of them. The rule there:
 * the first letter is a capital, `Multilingual` and `Neural` too; only `InJoon` and `SunHi` have a capital inside.
 */
const NAMES_3_12_0: Readonly<Record<string, string>> = {
  "am-ET": "Ameha Mekdes",
  "ar-AE": "Fatima Hamdan",
  "ar-BH": "Laila",
  "ar-EG": "Salma Shakir",
  "ar-SA": "Hamed Zariyah",
  "az-AZ": "Babek Banu",
  "cs-CZ": "Antonin Vlasta",
  "da-DK": "Christel Jeppe",
  "de-AT": "Ingrid Jonas",
  "de-CH": "Jan Leni",
  "de-DE": "Amala Conrad Katja SeraphinaMultilingual",
  "en-AU": "Natasha William",
  "en-CA": "Clara Liam",
  "en-GB": "Libby Olivia Ryan Sonia",
  "en-IN": "Neerja Prabhat",
  "en-US": "AndrewMultilingual Aria AvaMultilingual Ava Christopher Guy JennyMultilingual Jenny Michelle",
  "es-ES": "Alvaro Elvira XimenaMultilingual",
  "es-MX": "Candela Dalia Jorge",
  "es-US": "Alonso Paloma",
  "fa-IR": "Dilara Farid",
  "fi-FI": "Selma",
  "fil-PH": "Angelo Blessica",
  "fr-CA": "Antoine Jean Sylvie",
  "fr-FR": "Denise Henri",
  "he-IL": "Avri Hila",
  "hi-IN": "Madhur Swara",
  "id-ID": "Ardi Gadis",
  "it-IT": "Diego Elsa IsabellaMultilingual Isabella",
  "ja-JP": "Keita Nanami",
  "ka-GE": "Eka Giorgi",
  "kk-KZ": "Aigul Daulet",
  "ko-KR": "InJoon SunHi",
  "nb-NO": "Finn",
  "nl-NL": "Fenna",
  "pl-PL": "Agnieszka Marek",
  "pt-BR": "Antonio Brenda Francisca",
  "pt-PT": "Fernanda",
  "ru-RU": "Dariya Dmitry Svetlana",
  "so-SO": "Muuse Ubax",
  "sv-SE": "Hillevi Mattias Sofie",
  "th-TH": "Achara Niwat Premwadee",
  "tr-TR": "Ahmet Emel",
  "uk-UA": "Ostap",
  "zh-CN": "Xiaochen Xiaohan Xiaomo Xiaoqiu Xiaorui Xiaoshuang Xiaoxiao Xiaoyan Xiaoyou Yunxi Yunyang Yunye",
};

/** Voices whose tags still end in `-preview`. */
const PREVIEW_3_12_0 = new Set([
  "zh-CN-XiaochenNeural",
  "zh-CN-XiaoqiuNeural",
  "zh-CN-XiaoshuangNeural",
  "zh-CN-XiaoyanNeural",
]);

const voicesOf = (names: Readonly<Record<string, string>>): readonly Voice[] =>
  Object.entries(names).flatMap(([locale, given]) =>
    given.split(" ").map((one) => {
      const name = `${locale}-${one}Neural`;
      return { name, locale, preview: PREVIEW_3_12_0.has(name) };
    }),
  );

export const NEURAL_VOICES_3_12_0 = voicesOf(NAMES_3_12_0);

/** What the release note of 3.4.0 calls new, as far as later lists have it too. */
export const ADDED_3_4_0 = voicesOf({
  "en-US": "AndrewMultilingual",
  "es-US": "Alonso Paloma",
  "it-IT": "IsabellaMultilingual",
});
