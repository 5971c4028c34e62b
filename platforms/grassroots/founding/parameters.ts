// Numbers of founding a union (组建参数), as they stand on a day at a place.
import { parametersOf } from "@niangjia/engine/policy";

export const units = {
  committeeFrom: "people",
  jointUnitsAtLeast: "items",
  fullTimeChairFrom: "people",
  womenCommitteeFrom: "people",
  auditSeats: "people-by-size",
  termYears: "either-years",
  helpAfterMonths: "months",
  approveWithin: "days",
  resultReplyWithin: "days",
  publishReviewWithin: "workdays",
  foundedNotice: "workdays",
  legalFormCopies: "copies",
  legalDecisionWithin: "days",
  certificateRenewalWindow: "days",
  certificateExtensionMonths: "months",
  delegatesFrom: "people",
  delegateSeats: "people-by-size",
  quorum: "ratio",
  electedWith: "over",
  candidateMargin: "percent",
  candidatesNotice: "workdays",
  committeeSeats: "people-by-size",
} as const;

export const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), units);
