// Following (跟随办件): the register of proposals says what its case says, with a number from the day it is filed.
import { openTasks } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, yearOf } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { orgPath } from "@niangjia/foundation/orgpath";
import { findCase, openSecrets, type StoredCase } from "@niangjia/registers/cases";
import { currentMembership, recordStandingFor } from "@niangjia/registers/members";
import { openCampaign } from "./campaign-store.ts";
import type { ProposalFacts } from "./form.ts";
import { doneOn, keepAnswers } from "./handle.ts";
import type { Named } from "./member.ts";
import { keepSeconders } from "./second.ts";
import {
  findByNumber,
  findProposal,
  holdProposal,
  nextNumber,
  type ProposalRow,
  putProposal,
} from "./store.ts";
import type { ProposalState } from "./words.ts";

const stateAt: Readonly<Record<string, ProposalState>> = {
  second: "seconding",
  file: "filing",
  answer: "answering",
  approve: "approving",
  // A federation may have added one more look after the chair's.
  "approve.local": "approving",
  rate: "rating",
  "answer-again": "reopened",
  "approve-again": "reopened",
  "approve-again.local": "reopened",
  "rate-again": "rating",
};

function stateOf({ status, state }: StoredCase, { decision }: ProposalFacts): ProposalState {
  if (status === "approved") return decision === "merge" ? "merged" : "closed";
  if (status === "rejected") return "refused";
  if (status === "withdrawn" || status === "returned") return status;
  return stateAt[openTasks(state)[0]?.node ?? ""] ?? "filing";
}

type Filing = Pick<
  ProposalRow,
  "number" | "filed_day" | "department" | "handler_post" | "merged_into"
>;
const unfiled: Filing = {
  ...{ number: null, filed_day: null, department: null, handler_post: null, merged_into: null },
};

type Known = Pick<Filing, "number" | "filed_day">;

/** The number it was given once stays its own: people know it by it, also while it is filed anew. */
async function filingOf(
  house: Act,
  { orgId, state, status }: StoredCase,
  { facts, before }: { readonly facts: ProposalFacts; readonly before: Known | undefined },
): Promise<Filing> {
  const { number = null, filed_day: known = null } = before ?? {};
  const kept = { ...unfiled, number, filed_day: known };
  if (facts.decision === "merge" && status === "approved") {
    const leading = await findByNumber(house, orgId, facts.mergeInto ?? "");
    return { ...kept, merged_into: leading?.case_id ?? null };
  }
  const filed_day = doneOn(state, "file");
  if (filed_day === null || facts.decision !== "file") return kept;
  return {
    number: number ?? (await nextNumber(house, orgId, yearOf(filed_day))),
    filed_day,
    department: facts.department ?? null,
    handler_post: facts.handler ?? null,
    merged_into: null,
  };
}

type Origin = Pick<ProposalRow, "person_id" | "made_day" | "campaign_id" | "proposer_mask">;

/** Who made it and when, and in which campaign: as it was when it first came. */
async function originOf(
  house: Act,
  { state, orgPath: path, filedAt }: StoredCase,
): Promise<Origin> {
  const applicant = state.applicant?.personId;
  if (!applicant) throw new Error("a member makes a proposal");
  const personId = await recordStandingFor(house, applicant);
  const made_day = dayOf(filedAt);
  const campaign = await openCampaign(house, orgPath(path), made_day);
  return {
    ...{ person_id: personId, made_day, campaign_id: campaign?.id ?? null },
    proposer_mask: maskName((await currentMembership(house, personId))?.name ?? ""),
  };
}

async function rowOf(
  house: Act,
  found: StoredCase,
  { facts, before }: { readonly facts: ProposalFacts; readonly before: ProposalRow | undefined },
): Promise<ProposalRow> {
  const { category, title, why, wish } = facts;
  const { person_id, made_day, campaign_id, proposer_mask } =
    before ?? (await originOf(house, found));
  return {
    ...{ case_id: found.id, org_id: found.orgId, org_path: found.orgPath },
    ...{ person_id, account_id: found.accountId, proposer_mask },
    ...{ category, title, why, wish, campaign_id, made_day },
    state: stateOf(found, facts),
    ...(await filingOf(house, found, { facts, before })),
    due_day: openTasks(found.state)[0]?.due ?? null,
    closed_day: found.endedAt && dayOf(found.endedAt),
  };
}

const textOf = ({ title, why, wish }: ProposalRow): string => JSON.stringify([title, why, wish]);

/** Its text may still be another one tomorrow, and is then to be seconded again. */
const isOpen = ({ state }: ProposalRow): boolean =>
  state === "seconding" || state === "filing" || state === "returned";

/** Writes what a case of proposals says into the register. Idempotent; the house's own work. */
export async function follow(house: Act, caseId: string): Promise<void> {
  await holdProposal(house, caseId);
  const found = await findCase(house, caseId);
  if (!found) throw new Error(`no case ${caseId} to follow`);
  const facts = { ...found.facts, ...openSecrets(house.keys, found) } as unknown as ProposalFacts;
  const before = await findProposal(house, caseId);
  const row = await rowOf(house, found, { facts, before });
  await putProposal(house, row);
  const changed = before !== undefined && textOf(before) !== textOf(row);
  const named: readonly Named[] = facts.seconders;
  if (isOpen(row)) await keepSeconders(house, row, { named, changed });
  await keepAnswers(house, row, { facts, state: found.state });
}
