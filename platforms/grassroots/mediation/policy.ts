// Who may mediate (调解员回避): a mediator who has to do with a side cannot be put to its dispute.
import { type Assessment, type Policy, reason } from "@niangjia/engine/policy";
import { z } from "zod";
import { type MediationUnits, parametersOn } from "./parameters.ts";

export const interestKinds = {
  employed: "在该单位任职或者曾任职",
  shareholder: "是该单位的股东或者合伙人",
  represented: "曾代理其中一方",
  relative: "是当事人或者单位负责人的近亲属",
  other: "有其他可能影响公正的关系",
} as const;
export type InterestKind = keyof typeof interestKinds;

/** Plain answers, no names: the decision is kept in the open and replayed. */
const factsShape = z.strictObject({
  /** The mediator bears the name of a party or of the employer's contact. */
  party: z.boolean(),
  /** The employer is on file as one the mediator works for. */
  sameEmployer: z.boolean(),
  /** The mediator holds another post at the employer's union, or under it. */
  sameUnion: z.boolean(),
  /** What they declared of the employer or of the people named. */
  declared: z.array(z.enum(Object.keys(interestKinds) as [InterestKind, ...InterestKind[]])),
});
export type ConflictFacts = z.infer<typeof factsShape>;

/** For arbitrators; no document seen names grounds for mediators, so theirs are taken over. */
const arbitrators = { document: "劳动争议调解仲裁法", article: 33 } as const;

const grounds = (facts: ConflictFacts): [rule: string, words: string][] => [
  ...(facts.party ? [["party", "调解员与当事人或者单位联系人同名"] as [string, string]] : []),
  ...(facts.sameEmployer ? [["employer", "调解员在被申请单位工作"] as [string, string]] : []),
  ...(facts.sameUnion ? [["union", "调解员在被申请单位的工会任职"] as [string, string]] : []),
  ...facts.declared.map((kind): [string, string] => [
    `declared-${kind}`,
    `调解员已申报：${interestKinds[kind]}`,
  ]),
];

function assess(facts: ConflictFacts): Assessment<"clear" | "conflict"> {
  const found = grounds(facts);
  if (found.length > 0) {
    return {
      verdict: "conflict",
      reasons: found.map(([rule, words]) => reason(rule, arbitrators, `${words}，应当回避`)),
    };
  }
  const words = "没有查到调解员与双方有任职、近亲属、代理或者其他利害关系";
  return { verdict: "clear", reasons: [reason("clear", arbitrators, words)] };
}

export const conflict: Policy<ConflictFacts, MediationUnits, "clear" | "conflict"> = {
  id: "mediation.accept",
  facts: factsShape,
  parametersOn,
  assess,
};
