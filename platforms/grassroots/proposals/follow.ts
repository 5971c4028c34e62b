// Following (跟随办件): the register of proposals says what its case says, with a number from the day it is filed.
import { openTasks } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf, yearOf } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { tell } from "@niangjia/foundation/notices";
import { orgPath } from "@niangjia/foundation/orgpath";
import { findCase, openSecrets, type StoredCase } from "@niangjia/registers/cases";
import { currentMembership, recordStandingFor } from "@niangjia/registers/members";
import { openCampaign } from "./campaign-store.ts";
import type { ProposalFacts } from "./form.ts";
import { doneOn, keepAnswers } from "./handle.ts";
import { tellLost } from "./joint.ts";
import type { Named } from "./member.ts";
import { keepSeconders } from "./second.ts";
import {
  findByNumber,
  findProposal,
  hangParts,
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

/**
 * The number it was given once stays its own: people know it by it, also while it is filed anew. At a
 * union that took up its own, it gets one of that union.
 */
async function numberOf(
  house: Act,
  { orgId }: StoredCase,
  { before, filedDay }: { readonly before: ProposalRow | undefined; readonly filedDay: Day },
): Promise<string> {
  const known = before?.org_id === orgId ? before.number : null;
  return known ?? (await nextNumber(house, orgId, yearOf(filedDay)));
}

async function filingOf(
  house: Act,
  found: StoredCase,
  { facts, before }: { readonly facts: ProposalFacts; readonly before: ProposalRow | undefined },
): Promise<Filing> {
  const { orgId, state, status } = found;
  const known = before?.filed_day ?? null;
  const number = known && (await numberOf(house, found, { before, filedDay: known }));
  const kept = { ...unfiled, number, filed_day: known };
  if (facts.decision === "merge" && status === "approved") {
    const leading = await findByNumber(house, orgId, facts.mergeInto ?? "");
    return { ...kept, merged_into: before?.merged_into ?? leading?.case_id ?? null };
  }
  const filed_day = doneOn(state, "file");
  if (filed_day === null || facts.decision !== "file") return kept;
  return {
    number: number ?? (await numberOf(house, found, { before, filedDay: filed_day })),
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

/** All that belongs to it comes along; who knows it by its number hears the new one. */
async function goAlong(house: Act, row: ProposalRow, before: ProposalRow): Promise<void> {
  const { case_id, org_path, account_id, title, number } = row;
  await hangParts(house, case_id, org_path);
  if (number === null || before.number === null) return;
  await tell(house, {
    ...{ accountId: account_id, link: `/cases/${case_id}`, title: "您的提案换了提案号" },
    body: `原来的工会已经合并或撤销，“${title}”由接收的工会接着办，提案号由 ${before.number} 改为 ${number}。`,
  });
}

/** Writes what a case of proposals says into the register. Idempotent; the house's own work. */
export async function follow(house: Act, caseId: string): Promise<void> {
  await holdProposal(house, caseId);
  const found = await findCase(house, caseId);
  if (!found) throw new Error(`no case ${caseId} to follow`);
  const facts = { ...found.facts, ...openSecrets(house.keys, found) } as unknown as ProposalFacts;
  const before = await findProposal(house, caseId);
  const row = await rowOf(house, found, { facts, before });
  await putProposal(house, row);
  if (before && before.org_id !== row.org_id) await goAlong(house, row, before);
  const changed = before !== undefined && textOf(before) !== textOf(row);
  const named: readonly Named[] = facts.seconders;
  if (isOpen(row)) await keepSeconders(house, row, { named, changed });
  await keepAnswers(house, row, { facts, state: found.state });
  if (before?.state !== row.state) await tellLost(house, row);
}
