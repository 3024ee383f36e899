export { type Adoption, adopt, readFound } from "./adopt";
export { dockerRun, dockerRunOf } from "./docker-run";
export { explainCode, renderCode } from "./explain-code";
export { containersOf, explainContainer } from "./explanation";
export { renderExplanation } from "./explanation-text";
export { type ProjectFile, type StartingAnswers, startingApp, startingConfig } from "./starting-project";
