import { releases, undated } from "./releases";
import {
  ADDED_2_17_0,
  ADDED_2_6_0,
  ADDED_2_7_0,
  ADDED_3_11_0,
  ADDED_3_6_0,
  ADDED_4_12_0,
  ADDED_4_9_0,
  LOCALES_1_X,
  LOCALES_2_2_0,
  LOCALES_5_0_3_PREVIEW,
} from "./speech-to-text-locales";
import type { Release } from "./types";

/** Its model was missing from 4.8.0 until 4.10.0 restored it. */
const UKRAINIAN = "uk-UA";

const since260 = [...LOCALES_2_2_0, ...ADDED_2_6_0];
const since270 = [...since260, ...ADDED_2_7_0];
const since2170 = [...since270, ...ADDED_2_17_0];
const since360 = [...since2170, UKRAINIAN, ...ADDED_3_6_0];
const since3110 = [...since360, ...ADDED_3_11_0];
const since480 = since3110.filter((locale) => locale !== UKRAINIAN);
const since490 = [...since480, ...ADDED_4_9_0];
const since4100 = [...since490, UKRAINIAN];

/** Versions of the preview registry. */
export const speechToTextReleases2020: readonly Release[] = [
  ...releases(undated("1.0.0 1.1.0 1.1.1 1.1.2 1.1.3 1.2.0"), ["M1"], { locales: LOCALES_1_X }),
  ...releases(undated("2.0.0 2.0.2"), ["M1"]),
  ...releases(undated("2.0.3"), ["M1"], { locales: ["ja-JP"] }),
  ...releases(undated("2.1.0 2.1.1 2.2.0 2.3.0"), ["M1"], { locales: LOCALES_2_2_0 }),
];

/**
 * Versions of Microsoft's registry. Most release notes say what was added or removed; what they do not mention is
 * taken to stay.
 */
export const speechToTextReleases: readonly Release[] = [
  ...releases(undated("2.5.0"), ["M8"], { locales: LOCALES_2_2_0 }),
  ...releases(undated("2.6.0"), ["M8"], { locales: since260 }),
  ...releases(undated("2.7.0 2.9.0 2.10.0"), ["M8", "M21"], { locales: since270 }),
  ...releases(undated("2.11.0 2.12.1 2.13.0 2.14.0 2.15.0 2.16.0"), ["M8"], { locales: since270 }),
  ...releases({ "2.17.0": null, "2.18.0": "2022-01" }, ["M8"], { locales: since2170 }),
  ...releases({ "3.0.0": "2022-01" }, ["M8", "M7"], { locales: since2170 }),
  ...releases(undated("3.0.1"), ["M8"], { locales: [UKRAINIAN] }),
  ...releases(
    { "3.6.0": "2022-09", "3.7.0": "2022-10", "3.8.0": "2022-11", "3.9.0": "2022-12", "3.10.0": "2023-01" },
    ["M7"],
    { locales: since360 },
  ),
  ...releases(
    {
      "3.11.0": "2023-02",
      "3.12.0": "2023-03",
      "3.14.0": "2023-05",
      "4.0.0": "2023-06",
      "4.1.0": "2023-07",
      "4.3.0": "2023-09",
      "4.4.0": "2023-10",
      "4.5.0": "2023-11",
      "4.6.0": "2024-02",
    },
    ["M7"],
    { locales: since3110 },
  ),
  ...releases({ "4.8.0": "2024-08" }, ["M7"], { locales: since480 }),
  ...releases({ "4.9.0": "2024-09" }, ["M7"], { locales: since490 }),
  ...releases({ "4.10.0": "2024-10" }, ["M7"], { locales: since4100 }),
  ...releases({ "4.12.0": "2025-02" }, ["M7"], { locales: [...since4100, ...ADDED_4_12_0] }),
  ...releases(undated("5.0.1-preview"), ["M2"]),
  ...releases({ "5.0.3-preview": "2025-09-01" }, ["C1"], { locales: LOCALES_5_0_3_PREVIEW }),
  ...releases(undated("5.4.0"), ["C2"], { locales: ["te-IN"], partial: true }),
];
