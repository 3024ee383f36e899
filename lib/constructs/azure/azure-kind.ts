import type { AccountRole, accountKinds } from "../../domain/account-kinds";

/** What Azure calls the accounts of a role. */
export type AzureKind<Role extends AccountRole> = (typeof accountKinds)[Role]["kind"]["value"];
