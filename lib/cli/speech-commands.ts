import { deployed, type CommandSpec, type OptionSpec } from "./command-spec";

const url: OptionSpec = {
  flags: "--url <url>",
  description: "the host URL of any container, simulated or real, instead of a name",
};

/** The commands that talk with one container by hand. */
export const speechCommands: readonly CommandSpec[] = [
  {
    path: "say",
    summary: "Let a text-to-speech container say a text, and write the audio to a WAV file.",
    arguments: [
      { name: "[name]", description: "a container of the deployment; not with --url" },
      { name: "[text]", description: "what it is to say" },
    ],
    options: [
      { flags: "-o, --output <file>", description: "where the audio is written", default: "out.wav" },
      { flags: "--voice <voice>", description: "such as en-US-AriaNeural (default: the voice of the container)" },
      url,
      ...deployed,
    ],
    examples: [
      "say narrator Hello --sandbox -o out.wav",
      "say Hi --url http://localhost:5001 --voice en-US-AriaNeural",
    ],
    exitCodes: { 0: "the audio is in the file", 1: "the container did not speak" },
    load: () => (require("./commands/say") as typeof import("./commands/say")).sayIt,
  },
  {
    path: "hear",
    summary: "Stream a WAV file through the Speech SDK to a speech-to-text container, and print what it heard.",
    arguments: [
      { name: "[name]", description: "a container of the deployment; not with --url" },
      { name: "[file]", description: "a WAV file of PCM, A-law or mu-law samples" },
    ],
    options: [
      { flags: "--locale <locale>", description: "such as en-US (default: the locale of the container, else en-US)" },
      url,
      ...deployed,
    ],
    examples: ["hear captions out.wav --sandbox", "hear --url ws://localhost:5000 out.wav --locale en-US"],
    exitCodes: { 0: "words were heard", 1: "the container heard no words, or did not answer" },
    load: () => (require("./commands/hear") as typeof import("./commands/hear")).hearIt,
  },
];
