import { datum, unverifiedDatum } from "./datum";

/** A kind of display model: what turns recognized words into text that is read. */
export interface DisplayModel {
  /** How the command line calls it. */
  readonly name: string;
  /** The word that asks for the newest one of a locale. */
  readonly word: string;
  /** The setting that asks for one by its id. */
  readonly setting?: string;
}

/** Runs of a custom-speech-to-text container that ask for models and do not serve. */
export const modelJobs = {
  /** Lists the base models of a locale and ends; never serves. */
  query: datum({ setting: "BaseModelLocale", since: "2.6.0" }, "M3", "M5"),
  /** Fetches the newest display models of a locale and ends. At least one {@link DisplayModel.word} goes with it. */
  display: datum({ setting: "DisplayLocale", since: "3.1.0" }, "M3"),
  displayModels: datum<readonly DisplayModel[]>(
    [
      { name: "punct", word: "Punct", setting: "PunctId" },
      { name: "rescore", word: "Rescore", setting: "RescoreId" },
      { name: "resegment", word: "Resegment", setting: "ResegmentId" },
      { name: "wfstitn", word: "Wfstitn", setting: "WfstitnId" },
      { name: "full", word: "FullDisplay" },
    ],
    "M3",
  ),
  /** How a query ends, by design: a line of level Fatal that says what to do with the list above it. */
  queryEnd: datum("[Fatal] Please run this tool again", "M3", "M5"),
  /** A container with a custom model goes on to serve; from this line on it has its model. */
  serving: unverifiedDatum("Application started", "logs of the shared framework; not seen of this container", "M9"),
} as const;
