// The member register's parameters (会员库参数), from the file beside. A roster is one over the whole house: they are
// taken as they hold in the nation.
import { nation, type Parameters, parametersOf } from "@niangjia/engine/policy";
import type { Day } from "@niangjia/foundation/day";

const units = {
  youngest: "age",
  oldest: "age",
  retiredYoungest: "age",
  staleAfter: "months",
  menRetireAt: "months",
  menStep: "months",
  menDelayAtMost: "months",
  womenRetireAt: "months",
  womenStep: "months",
  womenDelayAtMost: "months",
} as const;

const on = parametersOf(new URL("./parameters.yaml", import.meta.url), units);

export const parametersOn = (day: Day): Parameters<typeof units> => on(day, nation);
