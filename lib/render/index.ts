export { type DockerRun, dockerRun, dockerRunOf } from "./docker-run";
export { type CodeExplanation, explainCode, renderCode } from "./explain-code";
export { type ContainerExplanation, containersOf, explainContainer } from "./explanation";
export { renderExplanation } from "./explanation-text";
