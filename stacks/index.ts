export { engineEnvironmentProblems } from "../lib/domain/engine-environment";
export { addSpeechStacks, type SpeechStacksOptions } from "./add-speech-stacks";
export {
  SpeechAccountStack,
  type SpeechAccountStackProps,
  SpeechSiteStack,
  SpeechStack,
  type SpeechStackProps,
} from "./speech-stack";
