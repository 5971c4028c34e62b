// The numbers of proposals (提案参数), as `parameters.yaml` has them, dated and by place.
import { parametersOf } from "@niangjia/engine/policy";

const units = {
  congressFrom: "people",
  delegateShare: "percent",
  delegatesAtLeast: "people",
  leadersShareAtMost: "percent",
  delegateTermYears: "either-years",
  meetingsPerYear: "times",
  agendaAhead: "days",
  quorum: "ratio",
  passedWith: "over",
  reportWithin: "workdays",
  secondersAtLeast: "people",
  fileWithin: "workdays",
  answerWithin: "workdays",
  secondWithin: "days",
  answerExtension: "workdays",
  approveWithin: "workdays",
  rateWithin: "workdays",
  answerAgainWithin: "workdays",
  questionPassWithin: "workdays",
  questionExtension: "workdays",
  questionAnswerWithin: "workdays",
} as const;

export const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), units);
