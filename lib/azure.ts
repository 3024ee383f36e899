/** Speech and Text Analytics accounts in Azure. Needs the optional peer `@cdktf/provider-azurerm`. */
export * from "./constructs/azure";
