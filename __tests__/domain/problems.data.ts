import { type ProblemRow } from "./problem-requests";
import { problemsOfAccounts } from "./problems-of-accounts.data";
import { problemsOfContainers } from "./problems-of-containers.data";
import { problemsOfEngines } from "./problems-of-engines.data";
import { problemsOfImages } from "./problems-of-images.data";
import { problemsOfSentiment } from "./problems-of-sentiment.data";
import { deployment } from "./requests";

export const table: readonly ProblemRow[] = [
  ["nothing wrong", deployment(), []],
  ...problemsOfImages,
  ...problemsOfContainers,
  ...problemsOfAccounts,
  ...problemsOfEngines,
  ...problemsOfSentiment,
];
