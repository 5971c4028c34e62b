// The numbers of mediation (调解参数), as `parameters.yaml` has them, dated and by place.
import { parametersOf } from "@niangjia/engine/policy";

const units = {
  acceptWithin: "workdays",
  closeWithin: "workdays",
  referWithin: "workdays",
  committeeAcceptWithin: "workdays",
  negotiationReplyWithin: "days",
  agreementWithin: "days",
  representativesFrom: "people",
  confirmWithin: "days",
  arbitrationReviewWithin: "days",
  claimYears: "years",
  arbitrationAcceptWithin: "days",
  arbitrationServeWithin: "days",
  arbitrationDefenceWithin: "days",
  arbitrationForwardWithin: "days",
  panelNoticeWithin: "days",
  hearingNoticeAhead: "days",
  postponeAskAhead: "days",
  awardWithin: "days",
  awardExtension: "days",
  finalAwardMonths: "months",
  workerSuesWithin: "days",
  employerAnnulsWithin: "days",
  partySuesWithin: "days",
} as const;
export type MediationUnits = typeof units;

export const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), units);
