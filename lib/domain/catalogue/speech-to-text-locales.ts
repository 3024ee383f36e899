/** Locales of speech-to-text images, as the sources list them (containers 1.4). */

export const LOCALES_1_X = "de-DE en-AU en-CA en-GB en-IN en-US es-ES es-MX fr-CA fr-FR it-IT ja-JP pt-BR zh-CN".split(
  " ",
);

export const LOCALES_2_2_0 = (
  "ar-AE ar-EG ar-KW ar-QA ar-SA ca-ES da-DK de-DE en-AU en-CA en-GB en-IN en-NZ en-US es-ES es-MX fi-FI fr-CA " +
  "fr-FR gu-IN hi-IN it-IT ja-JP ko-KR mr-IN nb-NO nl-NL pl-PL pt-BR pt-PT ru-RU sv-SE ta-IN te-IN th-TH tr-TR " +
  "zh-CN zh-HK zh-TW"
).split(" ");

export const ADDED_2_6_0 = ["cs-CZ"];

/** The release note of 2.7.0 leaves es-HN and es-NI out; the list of its images has them. */
export const ADDED_2_7_0 = (
  "ar-BH ar-IQ ar-JO ar-LB ar-OM ar-SY bg-BG el-GR en-HK en-IE en-PH en-SG en-ZA es-AR es-BO es-CL es-CO es-CR " +
  "es-CU es-DO es-EC es-GT es-HN es-NI es-PA es-PE es-PR es-PY es-SV es-US es-UY es-VE et-EE ga-IE hr-HR hu-HU " +
  "lt-LT lv-LV mt-MT ro-RO sk-SK sl-SI"
).split(" ");

export const ADDED_2_17_0 = ["de-AT", "de-CH"];

export const ADDED_3_6_0 = (
  "az-AZ bn-IN bs-BA cy-GB eu-ES fa-IR gl-ES he-IL hy-AM it-CH ka-GE kk-KZ mk-MK mn-MN ne-NP ps-AF so-SO sq-AL " +
  "wuu-CN yue-CN zh-CN-sichuan"
).split(" ");

export const ADDED_3_11_0 = ["ar-IL", "ar-PS"];

export const ADDED_4_9_0 = "ar-YE af-ZA am-ET ar-MA ar-TN sw-KE sw-TZ zu-ZA vi-VN".split(" ");

export const ADDED_4_12_0 = "ar-LY fr-BE nl-BE uz-UZ".split(" ");

export const LOCALES_5_0_3_PREVIEW = (
  "ar-AE ar-BH ar-DZ ar-EG ar-IL ar-IQ ar-JO ar-KW ar-LB ar-LY ar-MA ar-OM ar-PS ar-QA ar-SA ar-SY ar-TN ar-YE " +
  "as-IN cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-GH en-HK en-IE en-IN en-KE en-NG en-NZ en-PH " +
  "en-SG en-TZ en-US en-ZA es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-ES es-GQ es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-PY " +
  "es-SV es-UY es-VE fi-FI fr-FR he-IL hi-IN id-ID it-IT ja-JP ko-KR ml-IN nl-NL or-IN pa-IN pl-PL pt-BR pt-PT " +
  "ru-RU sv-SE th-TH tr-TR ur-IN zh-CN zh-HK zh-TW"
).split(" ");
