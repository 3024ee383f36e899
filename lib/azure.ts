/** Speech accounts in Azure. Needs the optional peer `@cdktf/provider-azurerm`. */
export * from "./constructs/azure";
