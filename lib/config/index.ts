export { parseChecksFile, type ChecksFile, type WrittenWaiver } from "./checks-file";
export { withEdition } from "./edition-line";
export { loadConfig, type LoadOptions } from "./load";
export { lockFileOf, parseLock, readLock, renderLock } from "./lock-file";
export { parseConfig, type ConfigResult } from "./parse";
export { problemTable, type TableOptions } from "./problem-table";
export { problemsJson, type ProblemJson } from "./problems-json";
