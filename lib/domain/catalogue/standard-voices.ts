import type { Voice } from "./types";
import { localeOfVoice } from "./voice-names";

/** Short names of the 81 standard voices before the renaming of 1.4.0 (tags have them in lower case). */
const NAMES_1_3_0 = (
  "ar-EG-Hoda ar-SA-Naayf bg-BG-Ivan ca-ES-HerenaRUS cs-CZ-Jakub da-DK-HelleRUS de-AT-Michael de-CH-Karsten " +
  "de-DE-Hedda de-DE-HeddaRUS de-DE-Stefan-Apollo el-GR-Stefanos en-AU-Catherine en-AU-HayleyRUS en-CA-HeatherRUS " +
  "en-CA-Linda en-GB-George-Apollo en-GB-HazelRUS en-GB-Susan-Apollo en-IE-Sean en-IN-Heera-Apollo en-IN-PriyaRUS " +
  "en-IN-Ravi-Apollo en-US-BenjaminRUS en-US-Guy24kRUS en-US-Jessa24kRUS en-US-JessaRUS en-US-ZiraRUS " +
  "es-ES-HelenaRUS es-ES-Laura-Apollo es-ES-Pablo-Apollo es-MX-HildaRUS es-MX-Raul-Apollo fi-FI-HeidiRUS " +
  "fr-CA-Caroline fr-CA-HarmonieRUS fr-CH-Guillaume fr-FR-HortenseRUS fr-FR-Julie-Apollo fr-FR-Paul-Apollo " +
  "he-IL-Asaf hi-IN-Hemant hi-IN-Kalpana-Apollo hi-IN-Kalpana hr-HR-Matej hu-HU-Szabolcs id-ID-Andika " +
  "it-IT-Cosimo-Apollo it-IT-LuciaRUS ja-JP-Ayumi-Apollo ja-JP-HarukaRUS ja-JP-Ichiro-Apollo ko-KR-HeamiRUS " +
  "ms-MY-Rizwan nb-NO-HuldaRUS nl-NL-HannaRUS pl-PL-PaulinaRUS pt-BR-Daniel-Apollo pt-BR-HeloisaRUS pt-PT-HeliaRUS " +
  "ro-RO-Andrei ru-RU-EkaterinaRUS ru-RU-Irina-Apollo ru-RU-Pavel-Apollo sk-SK-Filip sl-SI-Lado sv-SE-HedvigRUS " +
  "ta-IN-Valluvar te-IN-Chitra th-TH-Pattara tr-TR-SedaRUS vi-VN-An zh-CN-HuihuiRUS zh-CN-Kangkang-Apollo " +
  "zh-CN-Yaoyao-Apollo zh-HK-Danny-Apollo zh-HK-Tracy-Apollo zh-HK-TracyRUS zh-TW-HanHanRUS zh-TW-Yating-Apollo " +
  "zh-TW-Zhiwei-Apollo"
).split(" ");

/** The Jessa voices are called Aria from 1.4.0 on; there is no image under the old names. */
export const RENAMED_1_4_0: Readonly<Record<string, string>> = {
  "en-US-Jessa24kRUS": "en-US-Aria24kRUS",
  "en-US-JessaRUS": "en-US-AriaRUS",
};

const standardVoice = (name: string): Voice => ({ name, locale: localeOfVoice(name), preview: false });

export const STANDARD_VOICES_1_3_0 = NAMES_1_3_0.map(standardVoice);

export const STANDARD_VOICES_1_4_0 = NAMES_1_3_0.map((name) => standardVoice(RENAMED_1_4_0[name] ?? name));
