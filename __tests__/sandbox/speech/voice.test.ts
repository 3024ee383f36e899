import { voiceOfImage } from "../../../lib/sandbox/speech/voice";
import { pacedClock } from "../../../lib/sandbox/speech/plug";

const NEURAL = "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech";
const STANDARD = "containerpreview.azurecr.io/microsoft/cognitive-services-text-to-speech";

test.each([
  [`${NEURAL}:3.12.0-amd64-en-us-arianeural`, "en-US-AriaNeural"],
  [
    `localhost:5000/mirror/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-de-de-katjaneural`,
    "de-DE-KatjaNeural",
  ],
  [`${NEURAL}:3.12.0-amd64-en-us-arianeural@sha256:${"0".repeat(64)}`, "en-US-AriaNeural"],
  [`${NEURAL}:latest`, "en-US-AriaNeural"],
  [`${NEURAL}:0.0.1-amd64-en-us-arianeural`, undefined],
  ["mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us", undefined],
  [`${STANDARD}:1.3.0-amd64-en-us-jessarus-preview`, "en-US-JessaRUS"],
  ["nginx:latest", undefined],
])("%s speaks with %s", (reference, voice) => {
  expect(voiceOfImage(reference)).toBe(voice);
});

test("a clock's pace can change without a jump", () => {
  jest.useFakeTimers({ now: 0 });
  const clock = pacedClock(1);
  jest.advanceTimersByTime(1000);
  clock.setPace(60);
  jest.advanceTimersByTime(1000);
  expect(clock.now()).toBe(61_000);
  jest.useRealTimers();
});
