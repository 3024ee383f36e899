import { fail, pass, wholePlan, type Rule } from "../rule";

/** Where the state is. */
export const pln8: Rule = {
  id: "PLN-8",
  title: "the state is in a backend that guards it",
  level: { production: "warning", trial: "info" },
  why: "The state holds the account's key in the clear, and a local one is a plain file.",
  fix: "write backend: with a remote backend, such as azurerm",
  source: "measured: state and saved plan hold the key in the clear",
  judge: ({ plan, accounts, containers }) => {
    const { backend } = plan;
    if (backend === undefined || accounts.length + containers.length === 0) return [];
    return [
      backend.type === "local"
        ? fail(wholePlan, "the backend is local: the state, a plain file, holds the key")
        : pass(wholePlan),
    ];
  },
};
