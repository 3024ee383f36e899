export type { Check } from "./judge";
export { type Preflight, preflight } from "./preflight";
