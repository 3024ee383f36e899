import { datum, unverifiedDatum } from "./datum";
import type { ImagePlace, Retirement } from "./types";

const MICROSOFT_FOLDER = "azure-cognitive-services";
const SPEECH_FOLDER = `${MICROSOFT_FOLDER}/speechservices`;

export const previewRegistry = datum("containerpreview.azurecr.io", "S", "M1");
export const microsoftRegistry = datum("mcr.microsoft.com", "M2");

export const previewRepository = (name: string) => datum(`microsoft/cognitive-services-${name}`, "S", "M1");
export const microsoftRepository = (name: string) => datum(`${SPEECH_FOLDER}/${name}`, "M2");

/** Where the images of later versions are: the previews moved to Microsoft's registry on 22 September 2020. */
export const movedToMicrosoft = (name: string): ImagePlace => ({
  registry: microsoftRegistry,
  repository: datum(`${SPEECH_FOLDER}/${name}`, "M8"),
});

const PREVIEW_REGISTRY_CLOSED: Retirement = {
  date: "2020-09-22",
  reason: "the preview registry closed",
};

/** Sentiment was never in the preview registry: its image moved within Microsoft's. */
export const firstSentimentRepository = unverifiedDatum(
  `${MICROSOFT_FOLDER}/sentiment`,
  "later pages name textanalytics/sentiment; whether this one is still served is not known",
  "M1",
);
export const sentimentRepository = datum(`${MICROSOFT_FOLDER}/textanalytics/sentiment`, "M1", "M19");

/** No path of the preview registry has worked since 22 September 2020. */
export const previewRegistryClosed = (replacement: string) => datum({ ...PREVIEW_REGISTRY_CLOSED, replacement }, "M2");
