// The member register's parameters (会员库参数), from the file beside.
import { readParameters } from "@niangjia/foundation/parameters";

export const parameters = readParameters(new URL("./parameters.yaml", import.meta.url), [
  "age.youngest",
  "age.oldest",
  "age.retiredYoungest",
  "stale.months",
  "retirement.men.months",
  "retirement.men.step",
  "retirement.men.atMost",
  "retirement.women.months",
  "retirement.women.step",
  "retirement.women.atMost",
]);
