/** Answers that a rule never gives, and why. */

type Reasons = Readonly<Record<string, string>>;

/** Rules that a plan always answers. */
export const neverUndecided: Reasons = {
  "ACC-4": "Terraform says of each resource what it does to it",
  "CTR-12": "a volume that is deleted or replaced exists, so its name and what was mounted are known",
  "CTR-20": "it reads what the stack declares, or says nothing",
  "PLN-2": "Terraform says of each resource what it does to it",
  "PLN-3": "a key that is not known yet is no switch of keys: its account changes, which ACC-4 and PLN-2 tell",
  "PLN-5": "drift is what a refresh found, so it is known",
  "PLN-8": "a backend takes no expressions",
  "PLN-10": "versions of providers take no expressions",
  "PLN-11": "it reads what exists, which a refresh has told",
};

/** Rules that no plan of Terraform with the pinned providers breaks. */
export const neverFailing: Reasons = {
  "ACC-6": "azurerm 4.55.0 refuses to plan it; what azapi plans may have it",
};

/** Rules that speak only of what is wrong. */
export const neverPassing: Reasons = {
  "PLN-1": "a plan that is read is judged by the other rules",
};
