import type { Rule } from "../rule";
import { acc3 } from "./acc-3";
import { acc6 } from "./acc-6";
import { acc7 } from "./acc-7";
import { img4 } from "./img-4";
import { img5 } from "./img-5";
import { img7 } from "./img-7";
import { ctr5 } from "./ctr-5";
import { ctr8 } from "./ctr-8";
import { ctr13 } from "./ctr-13";
import { ctr18 } from "./ctr-18";
import { ctr20 } from "./ctr-20";
import { ctr22 } from "./ctr-22";
import { pln3 } from "./pln-3";
import { pln5 } from "./pln-5";
import { pln8 } from "./pln-8";
import { pln10 } from "./pln-10";
import { pln11 } from "./pln-11";
import { errorRules } from "./errors";

/** The rules whose findings are never errors. */
const otherRules: readonly Rule[] = [
  acc3,
  acc6,
  acc7,
  img4,
  img5,
  img7,
  ctr5,
  ctr8,
  ctr13,
  ctr18,
  ctr20,
  ctr22,
  pln3,
  pln5,
  pln8,
  pln10,
  pln11,
];

/** What rules are about, in the order of documents. */
const SUBJECTS = ["ACC", "IMG", "CTR", "PLN"];

/** Every rule, in the order of documents. */
export const rules: readonly Rule[] = [...errorRules, ...otherRules].sort(
  (one, other) =>
    SUBJECTS.indexOf(subjectOf(one)) - SUBJECTS.indexOf(subjectOf(other)) || numberOf(one) - numberOf(other),
);

function subjectOf({ id }: Rule): string {
  return id.slice(0, id.indexOf("-"));
}

function numberOf({ id }: Rule): number {
  return Number(id.slice(id.indexOf("-") + 1));
}
