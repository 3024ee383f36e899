export { problemCatalogue } from "./problem-catalogue";
export type * from "./image";
export type * from "./plan";
export type * from "./problems";
export type * from "./request";
export { LOCAL_SITE } from "./request";
