// The numbers of legal aid (法律援助参数), as `parameters.yaml` has them, dated and by place.
import { parametersOf } from "@niangjia/engine/policy";

const units = {
  decideWithin: "days",
  assignWithin: "days",
  urgentBefore: "days",
  claimAtLeast: "fen",
  urgentDecideWithin: "workdays",
  answerWithin: "workdays",
  acceptWithin: "workdays",
  closeWithin: "workdays",
  rateWithin: "days",
  minimumWage: "fen",
} as const;
export type AidUnits = typeof units;

export const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), units);
