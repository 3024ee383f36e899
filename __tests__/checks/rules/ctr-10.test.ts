import { ctr10 } from "../../../lib/checks/rules/ctr-10";
import { container } from "../plans";
import { answersOf } from "./answers";

const image = "mcr.microsoft.com/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64";
const mounts = [{ target: "/usr/local/models", source: "models", type: "volume", read_only: false }];

test.each([
  ["asks a container for the id of its model", ["Eula=accept"], "error docker_container.calls: ModelId is not set"],
  ["asks no step for it that fetches a licence: its model is there already", ["DownloadLicense=True"], "1 passed"],
])("%s", (_what, command, answer) => {
  expect(answersOf(ctr10, [container("calls", { image, mounts, command })])).toEqual([answer]);
});
