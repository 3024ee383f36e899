import type { Rule } from "../rule";
import { ctr8 } from "./ctr-8";
import { ctr22 } from "./ctr-22";

/** Every rule, in the order of documents. */
export const rules: readonly Rule[] = [ctr8, ctr22];
