import type { Rule } from "../rule";
import { acc1 } from "./acc-1";
import { acc2 } from "./acc-2";
import { acc4 } from "./acc-4";
import { acc5 } from "./acc-5";
import { img1 } from "./img-1";
import { img2 } from "./img-2";
import { img3 } from "./img-3";
import { img6 } from "./img-6";
import { ctr1 } from "./ctr-1";
import { ctr2 } from "./ctr-2";
import { ctr3 } from "./ctr-3";
import { ctr4 } from "./ctr-4";
import { ctr6 } from "./ctr-6";
import { ctr7 } from "./ctr-7";
import { ctr9 } from "./ctr-9";
import { ctr10 } from "./ctr-10";
import { ctr11 } from "./ctr-11";
import { ctr12 } from "./ctr-12";
import { ctr14 } from "./ctr-14";
import { ctr15 } from "./ctr-15";
import { ctr16 } from "./ctr-16";
import { ctr17 } from "./ctr-17";
import { ctr19 } from "./ctr-19";
import { ctr21 } from "./ctr-21";
import { pln1 } from "./pln-1";
import { pln2 } from "./pln-2";
import { pln4 } from "./pln-4";
import { pln6 } from "./pln-6";
import { pln7 } from "./pln-7";

/** The rules whose findings can be errors: where nothing else counts, as at synth, the others are not even loaded. */
export const errorRules: readonly Rule[] = [
  acc1,
  acc2,
  acc4,
  acc5,
  img1,
  img2,
  img3,
  img6,
  ctr1,
  ctr2,
  ctr3,
  ctr4,
  ctr6,
  ctr7,
  ctr9,
  ctr10,
  ctr11,
  ctr12,
  ctr14,
  ctr15,
  ctr16,
  ctr17,
  ctr19,
  ctr21,
  pln1,
  pln2,
  pln4,
  pln6,
  pln7,
];
