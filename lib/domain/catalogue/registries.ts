import { datum } from "./datum";
import type { FunctionName, ImagePlace, Retirement } from "./types";

const SPEECH_FOLDER = "azure-cognitive-services/speechservices";

export const previewRegistry = datum("containerpreview.azurecr.io", "S", "M1");
export const microsoftRegistry = datum("mcr.microsoft.com", "M2");

export const previewRepository = (name: FunctionName) => datum(`microsoft/cognitive-services-${name}`, "S", "M1");
export const microsoftRepository = (name: FunctionName) => datum(`${SPEECH_FOLDER}/${name}`, "M2");

/** Where the images of later versions are: the previews moved to Microsoft's registry on 22 September 2020. */
export const movedToMicrosoft = (name: FunctionName): ImagePlace => ({
  registry: microsoftRegistry,
  repository: datum(`${SPEECH_FOLDER}/${name}`, "M8"),
});

const PREVIEW_REGISTRY_CLOSED: Retirement = {
  date: "2020-09-22",
  reason: "the preview registry closed",
};

/** No path of the preview registry has worked since 22 September 2020. */
export const previewRegistryClosed = (replacement: FunctionName) =>
  datum({ ...PREVIEW_REGISTRY_CLOSED, replacement }, "M2");
