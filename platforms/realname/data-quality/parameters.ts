// The room's parameters (数据质量参数), from the file beside. Scores of places are compared: one weight for them all.
import { nation, type Parameters, parametersOf } from "@niangjia/engine/policy";
import type { Day } from "@niangjia/foundation/day";

const units = {
  completeness: "points",
  validity: "points",
  uniqueness: "points",
  consistency: "points",
  timeliness: "points",
  yearEnds: "month",
} as const;

const on = parametersOf(new URL("./parameters.yaml", import.meta.url), units);

export const parametersOn = (day: Day): Parameters<typeof units> => on(day, nation);
