// The policy part (政策规则): dated numbers with their documents, decisions that replay, majorities and counts.
export {
  approvalOf,
  ballotFacts,
  candidatesOf,
  meetingOf,
  meetings,
  noticeOf,
  votesOf,
} from "./ballot.ts";
export { ballotFields, committeeOffices, meetingTitles } from "./ballot-form.ts";
export {
  type BallotReport,
  besideBallot,
  isHead,
  reportedBallot,
  reportFaults,
} from "./ballot-report.ts";
export { casesOf, type PolicyCase } from "./cases.ts";
export * from "./contract.ts";
export {
  type Attendance,
  type Ballot,
  type Count,
  countBallot,
  countVote,
  type ElectionRule,
  type PassRule,
  type Vote,
} from "./count.ts";
export {
  type Assessment,
  type Difference,
  decide,
  type Policy,
  reason,
  replayDecision,
} from "./decision.ts";
export { citationWords, cite, type Document, type DocumentName, documentOf } from "./documents.ts";
export { auditorOf, auditSizeOf, committeeSizeOf, excluded, womenOf } from "./elected.ts";
export { against, asking, assessed, barred, type Fitness, type Found } from "./finding.ts";
export { leastOf, moreThanHalf, reaches, type Share, twoThirds } from "./majority.ts";
export {
  binds,
  type Parameters,
  type ParametersOn,
  parametersOf,
  type Settable,
  type SetValue,
  type Stated,
  type Units,
} from "./parameters.ts";
export { nation, placePrefix } from "./place.ts";
export { type Band, bandFor, takeValue, type Unit, type UnitValue } from "./units.ts";
