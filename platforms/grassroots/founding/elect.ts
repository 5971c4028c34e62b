// Reporting an election (选举结果报批): who was elected to the first committees, counted again and judged, approved by the
// union above within 15 days; from election day they are in office (工会基层组织选举工作条例; 工会法 art 10, 16).

import { type Decision, decide } from "@niangjia/engine/policy";
import {
  anySign,
  approve,
  byRule,
  cadreOf,
  chairOf,
  copy,
  flow,
  officerOf,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { refuse } from "@niangjia/foundation/refusal";
import { isWorkday, workdaysBetween } from "@niangjia/foundation/workdays";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import { beginTerm, type Seat } from "@niangjia/registers/organisations";
import { type CountFacts, countPolicy } from "./count-policy.ts";
import { type ElectFacts, form } from "./elect-form.ts";
import { founders, foundingOf, getFounding } from "./founding.ts";
import { parametersOn } from "./parameters.ts";
import { sentenceOf } from "./reasons.ts";
import { refusals } from "./refusals.ts";
import { type FoundingRow, insertElection, noteStage } from "./store.ts";

const years = { three: 3, five: 5 } as const;

/** Both ends of a public notice count: one of five working days ran from 14 to 18 September 2021. */
const noticeDays = ({ noticeFrom, noticeTo }: ElectFacts): number =>
  noticeTo < noticeFrom
    ? 0
    : workdaysBetween(noticeFrom, noticeTo) + (isWorkday(noticeFrom) ? 1 : 0);

const votesOf = (rows: readonly { readonly votes: number }[] = []): number[] =>
  rows.map(({ votes }) => votes);

function countFacts(facts: ElectFacts, { way }: FoundingRow): CountFacts {
  const { members, women, due, present, issued, returned, invalid, candidates } = facts;
  return {
    ...{ way, members, women, due, present, issued, returned, invalid, candidates },
    noticeWorkdays: noticeDays(facts),
    committee: votesOf(facts.committee),
    audit: votesOf(facts.audit),
    womenSeats: facts.womenCommittee?.length ?? 0,
    chairIsHead: facts.chairIsHead,
    relatives: facts.relatives,
  };
}

const decisionOn = (
  facts: ElectFacts,
  founding: FoundingRow,
  at: { readonly day: ElectFacts["day"]; readonly division: string },
): Decision =>
  decide(countPolicy, { day: at.day, place: at.division, facts: countFacts(facts, founding) });

const heads = (rows: readonly { readonly office: string }[]): number =>
  rows.filter(({ office }) => office === "chair" || office === "organiser").length;

function nameTwice(facts: ElectFacts): FieldFault[] {
  return (["committee", "audit", "womenCommittee"] as const).flatMap((path) => {
    const names = (facts[path] ?? []).map(({ name }) => name);
    const twice = names.find((name, nth) => names.indexOf(name) < nth);
    return twice === undefined ? [] : [{ path, say: `“${twice}”写了两次，请核对。` }];
  });
}

function faultsOf(facts: ElectFacts, { way, approved_day }: FoundingRow): FieldFault[] {
  const { committee, audit = [], womenCommittee = [], day, noticeTo } = facts;
  const organisers = committee.filter(({ office }) => office === "organiser").length;
  const found: [boolean, string, string][] = [
    [heads(committee) !== 1, "committee", "要有一名主席（只选组织员的，有一名组织员）。"],
    [
      way !== "organiser" && organisers > 0,
      "committee",
      "批准的是建立委员会，请填写主席、副主席和委员。",
    ],
    [
      way === "organiser" && organisers === 0,
      "committee",
      "批准的是选举组织员，请填写组织员一人。",
    ],
    [audit.length > 1 && heads(audit) !== 1, "audit", "经费审查委员会要有一名主任。"],
    [
      womenCommittee.length > 1 && heads(womenCommittee) !== 1,
      "womenCommittee",
      "女职工委员会要有一名主任。",
    ],
    [day < approved_day, "day", `选举要在批准筹建（${approved_day}）以后。`],
    [noticeTo >= day, "noticeTo", "候选人公示要在选举以前结束。"],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...nameTwice(facts)];
}

/** Where on the form a reason stands. */
const fieldOf: Readonly<Record<string, string>> = {
  relatives: "relatives",
  "chair-is-head": "chairIsHead",
};

function refuseUnfit({ verdict, reasons }: Decision, { explanation }: ElectFacts): void {
  if (verdict === "fit") return;
  if (verdict === "explain" && explanation !== undefined) return;
  const faults = reasons.map((one) => ({
    path: fieldOf[one.rule] ?? "explanation",
    say:
      verdict === "unfit"
        ? sentenceOf(one)
        : `${sentenceOf(one)}请核对；确是如此的，在这里写明原因，由上级工会裁量。`,
  }));
  throw faultyFacts(faults);
}

async function check(act: Act, application: Application<ElectFacts>): Promise<void> {
  const { facts, union } = application;
  const founding = await getFounding(act, application);
  if (founding.elected_day !== null) {
    throw refuse(refusals.electedAlready, { words: { name: union.name } });
  }
  const faults = faultsOf(facts, founding);
  if (faults.length > 0) throw faultyFacts(faults);
  const { division } = union;
  refuseUnfit(decisionOn(facts, founding, { day: dayOf(act.now), division }), facts);
}

async function advise(act: Act, application: Application<ElectFacts>): Promise<string[]> {
  const { facts, union } = application;
  const founding = await getFounding(act, application);
  const { division } = union;
  return decisionOn(facts, founding, { day: dayOf(act.now), division }).reasons.map(sentenceOf);
}

function seatsOf({ committee, audit = [], womenCommittee = [] }: ElectFacts): Seat[] {
  return [
    ...committee.map((row) => ({ ...row, body: "committee" as const })),
    ...audit.map((row) => ({ ...row, body: "audit" as const })),
    ...womenCommittee.map((row) => ({ ...row, body: "women" as const })),
  ];
}

async function effect(act: Act, approved: Approved<ElectFacts>): Promise<string> {
  const { facts, union, caseId } = approved;
  const founding = await foundingOf(act, union);
  const seats = seatsOf(facts);
  const chair = facts.committee.find(
    ({ office }) => office !== "member" && office !== "vice-chair",
  );
  const term = await beginTerm(act, union.id, {
    ...{ fromDay: facts.day, years: years[facts.termYears], chair: chair?.name ?? null },
    elected: { seats, source: { kind: "case", id: caseId } },
  });
  const day = dayOf(act.now);
  await insertElection(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, term_id: term.id },
    ...{ day: facts.day, decision: decisionOn(facts, founding, { day, division: union.division }) },
  });
  await noteStage(act, union.id, { elected_day: facts.day });
  return `“${union.name}”第 ${term.number} 届委员会自 ${facts.day} 起任职，到 ${term.toDay} 届满，共 ${seats.length} 个席位。请接着办理“成立备案公示”。`;
}

export const elect = caseFunction({
  id: "founding.elect",
  title: "选举结果报批",
  says: "筹建的工会选出了委员会，报上级工会批准",
  may: founders,
  words: ["选举结果", "选主席", "工会委员会", "经审委员会", "女职工委员会"],
  parameters: parametersOn,
  version: 2,
  form,
  flow: flow(
    approve(anySign(chairOf("union.parent"), cadreOf("union.parent")), {
      title: "上级工会批复",
      ...{
        within: byRule("resultReplyWithin"),
        onTimeout: "escalate",
        basis: "《工会基层组织选举工作条例》",
      },
    }),
    copy(officerOf("union.parent"), officerOf("union.county")),
  ),
  subject: () => null,
  summary: ({ day }) => `${day} 选举`,
  oneRunningFor: (_act, { union }) => union,
  check,
  advise,
  effect,
});
