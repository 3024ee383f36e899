import type { Rule } from "../rule";
import { acc1 } from "./acc-1";
import { acc2 } from "./acc-2";
import { acc3 } from "./acc-3";
import { acc4 } from "./acc-4";
import { acc5 } from "./acc-5";
import { acc6 } from "./acc-6";
import { acc7 } from "./acc-7";
import { ctr1 } from "./ctr-1";
import { ctr2 } from "./ctr-2";
import { ctr3 } from "./ctr-3";
import { ctr4 } from "./ctr-4";
import { ctr5 } from "./ctr-5";
import { ctr6 } from "./ctr-6";
import { ctr7 } from "./ctr-7";
import { ctr8 } from "./ctr-8";
import { ctr9 } from "./ctr-9";
import { ctr10 } from "./ctr-10";
import { ctr11 } from "./ctr-11";
import { ctr12 } from "./ctr-12";
import { ctr13 } from "./ctr-13";
import { ctr14 } from "./ctr-14";
import { ctr15 } from "./ctr-15";
import { ctr16 } from "./ctr-16";
import { ctr17 } from "./ctr-17";
import { ctr18 } from "./ctr-18";
import { ctr19 } from "./ctr-19";
import { ctr20 } from "./ctr-20";
import { ctr21 } from "./ctr-21";
import { ctr22 } from "./ctr-22";
import { img1 } from "./img-1";
import { img2 } from "./img-2";
import { img3 } from "./img-3";
import { img4 } from "./img-4";
import { img5 } from "./img-5";
import { img6 } from "./img-6";
import { img7 } from "./img-7";
import { pln1 } from "./pln-1";
import { pln2 } from "./pln-2";
import { pln3 } from "./pln-3";
import { pln4 } from "./pln-4";
import { pln5 } from "./pln-5";
import { pln6 } from "./pln-6";
import { pln7 } from "./pln-7";
import { pln8 } from "./pln-8";
import { pln10 } from "./pln-10";
import { pln11 } from "./pln-11";

/** Every rule, in the order of documents. */
export const rules: readonly Rule[] = [
  acc1,
  acc2,
  acc3,
  acc4,
  acc5,
  acc6,
  acc7,
  img1,
  img2,
  img3,
  img4,
  img5,
  img6,
  img7,
  ctr1,
  ctr2,
  ctr3,
  ctr4,
  ctr5,
  ctr6,
  ctr7,
  ctr8,
  ctr9,
  ctr10,
  ctr11,
  ctr12,
  ctr13,
  ctr14,
  ctr15,
  ctr16,
  ctr17,
  ctr18,
  ctr19,
  ctr20,
  ctr21,
  ctr22,
  pln1,
  pln2,
  pln3,
  pln4,
  pln5,
  pln6,
  pln7,
  pln8,
  pln10,
  pln11,
];
