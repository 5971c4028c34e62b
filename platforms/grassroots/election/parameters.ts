// Numbers of elections and changes in office (换届参数), as they stand on a day at a place.
import { parametersOf } from "@niangjia/engine/policy";

export const units = {
  termYears: "either-years",
  federationTermYears: "years",
  congressesPerYear: "times",
  extraCongressShare: "ratio",
  recallShare: "over",
  officeTimePerMonth: "workdays",
  applyAheadMonths: "months",
  delayMonthsAtMost: "months",
  resultReplyWithin: "days",
  delegateSeats: "people-by-size",
  firstReminder: "days",
  secondReminder: "days",
  lastReminder: "days",
  womenCommitteeFrom: "people",
  auditSeats: "people-by-size",
  legalChangeWithin: "days",
  delegatesFrom: "people",
  quorum: "ratio",
  electedWith: "over",
  candidateMargin: "percent",
  candidatesNotice: "workdays",
  committeeSeats: "people-by-size",
  permitWithin: "days",
  changeWithin: "days",
  committeeConsent: "over",
} as const;

export const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), units);
