// Who may not be assigned (利益冲突): a lawyer who has to do with the other side (律师法 art 39).
import { type Assessment, cite, type Policy, reason } from "@niangjia/engine/policy";
import { z } from "zod";
import { type AidUnits, parametersOn } from "./parameters.ts";
import { type InterestKind, interestKinds } from "./words.ts";

/** Plain answers without names: the decision is kept in the open and replayed. */
const factsShape = z.strictObject({
  /** The lawyer bears the name of the worker or of the employer's contact. */
  party: z.boolean(),
  /** What they declared of the employer or of the people named. */
  declared: z.array(z.enum(Object.keys(interestKinds) as [InterestKind, ...InterestKind[]])),
  /** The law firm is the other side, or a colleague there acts for it. */
  sameOffice: z.boolean(),
});
export type ConflictFacts = z.infer<typeof factsShape>;

const barredBy = cite("律师法", 39);

function grounds({ party, declared, sameOffice }: ConflictFacts): [rule: string, words: string][] {
  return [
    ...(party ? [["party", "律师与职工或者单位联系人同名"] as [string, string]] : []),
    ...declared.map((kind): [string, string] => [
      `declared-${kind}`,
      `律师对被申请单位已申报：${interestKinds[kind]}`,
    ]),
    ...(sameOffice
      ? [["same-office", "律师所在的律师事务所为被申请单位办事"] as [string, string]]
      : []),
  ];
}

function assess(facts: ConflictFacts): Assessment<"clear" | "conflict"> {
  const found = grounds(facts);
  if (found.length > 0) {
    return {
      verdict: "conflict",
      reasons: found.map(([rule, words]) => reason(rule, barredBy, words)),
    };
  }
  const words = "没有查到律师和律师事务所与被申请单位有代理、顾问、近亲属或者其他利益关系";
  return { verdict: "clear", reasons: [reason("clear", barredBy, words)] };
}

export const conflict: Policy<ConflictFacts, AidUnits, "clear" | "conflict"> = {
  id: "legal-aid.assign",
  facts: factsShape,
  parametersOn,
  assess,
};
