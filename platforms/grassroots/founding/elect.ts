// Reporting an election (选举结果报批): who was elected to the first committees, counted again and judged, approved by the
// union above within 15 days; from election day they are in office (工会基层组织选举工作条例; 工会法 art 10, 16).

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
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import { beginTerm, type Seat } from "@niangjia/registers/organisations";
import { type ElectFacts, form } from "./elect-form.ts";
import { decisionOn, faultsOf, refuseUnfit } from "./elect-report.ts";
import { founders, foundingOf, getFounding } from "./founding.ts";
import { parametersOn } from "./parameters.ts";
import { sentenceOf } from "./reasons.ts";
import { refusals } from "./refusals.ts";
import { insertElection, noteStage } from "./store.ts";

const years = { three: 3, five: 5 } as const;

async function check(act: Act, application: Application<ElectFacts>): Promise<void> {
  const { facts, union } = application;
  const founding = await getFounding(act, application);
  if (founding.elected_day !== null) {
    throw refuse(refusals.electedAlready, { words: { name: union.name } });
  }
  const faults = faultsOf(facts, founding);
  if (faults.length > 0) throw faultyFacts(faults);
  refuseUnfit(decisionOn(facts, founding, union), facts);
}

async function advise(act: Act, application: Application<ElectFacts>): Promise<string[]> {
  const { facts, union } = application;
  const founding = await getFounding(act, application);
  return decisionOn(facts, founding, union).reasons.map(sentenceOf);
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
  await insertElection(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, term_id: term.id },
    ...{ day: facts.day, decision: decisionOn(facts, founding, union) },
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
  version: 4,
  form,
  flow: flow(
    approve(anySign(chairOf("union.parent"), cadreOf("union.parent")), {
      title: "上级工会批复",
      ...{
        within: byRule("resultReplyWithin"),
        onTimeout: "escalate",
        basis: "《工会基层组织选举工作条例》",
      },
      adjustable: { addAfter: ["officer", "cadre"] },
    }),
    copy(officerOf("union.parent"), officerOf("union.federation")),
  ),
  subject: () => null,
  summary: ({ day }) => `${day} 选举`,
  oneRunningFor: (_act, { union }) => union,
  check,
  advise,
  effect,
});
