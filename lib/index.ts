/** Constructs for Speech containers on Docker engines. Accounts in Azure are in `./azure`. */
export * from "./constructs";
export * from "./constructs/docker";
export * from "./constructs/policy";
