export {
  type FunctionName,
  NEWEST_EDITION,
  catalogue,
  editions,
  findFunction,
  findFunctionEdition,
  functionNames,
  functionsOf,
  isEdition,
} from "./catalogue";
export { type CatalogueDiff, type NewImages, diffTags } from "./catalogue-diff";
export type * from "./catalogue/types";
export {
  type ContainerSetting,
  type SecretName,
  type SettingKind,
  containerSettings,
} from "./catalogue/container-settings";
export { billingHosts, probePaths, registryDataHosts } from "./catalogue/network";
export { COMPANION_FUNCTION, sentimentFailure, sentimentResults } from "./catalogue/sentiment-data";
export { CHECKED_ON, type SourceId, catalogueSources } from "./catalogue/sources";
export type { Datum } from "./catalogue/datum";
export { type ContainerChange, type EditionChange, compareEditions, isChanged } from "./edition-change";
export { displayTypes } from "./display-models";
export type { DisplayModelsRequest } from "./display-models-request";
export { parseDuration, renderDuration } from "./duration";
export { type BaseModel, type JobEnd, baseModelsIn, isGoodDownload, isGoodQuery, lastLines } from "./job-end";
export {
  type JobPlan,
  type JobRefusal,
  type JobResult,
  planDisplayDownload,
  planDisplayModelDownload,
  planModelDownload,
  planModelQuery,
} from "./jobs";
export { type EngineNeeds, type NeededPort, engineNeeds, isLocalEngine } from "./engine-needs";
export { LOCAL_ENGINE, type EngineHost, parseEngineHost } from "./engine-host";
export { type ImageReference, renderReference } from "./image";
export { type RepositoryOwner, functionOfRepository, knownTags, livingImages } from "./known-images";
export { type LoadPlan, describeUses, planLoad, usesOf } from "./load";
export { FINGERPRINT_LABEL, FUNCTION_LABEL, NAME_LABEL } from "./labels";
export { compareLocks, type ImageToLock, imagesToLock, type LockChange } from "./lock-change";
export { describeMemory, parseMemory, renderMemory } from "./memory";
export { LONGEST_NAME, isName } from "./names";
export { closest, nearest } from "./nearest";
export type * from "./plan";
export { planDeployment } from "./planner/deployment";
export { type SiteContext, type SiteResult, planSite } from "./planner/site";
export { isAddress, isLoopback, isPort, overlaps } from "./ports";
export { problemCatalogue } from "./problem-catalogue";
export type * from "./problems";
export { type Profile, profiles } from "./profiles";
export * from "./request";
export { type SettingFact, settingFact } from "./catalogue/setting-facts";
export { containerUser } from "./catalogue/settings-data";
export { describeRetirement, retirementOf } from "./retirement";
export { holdsSecret, isKeyName } from "./secrets";
export { type SizeJudgement, describeCores, describeSize, judgeSizeOf } from "./sizing";
export {
  type EngineVolume,
  type JudgedVolume,
  type PlannedEngine,
  type VolumePurpose,
  type VolumeState,
  enginesOf,
  judgeVolumes,
  purposeOfVolume,
} from "./volumes";
export { LATEST, type TagParts, parseTag, renderTag } from "./tag";
