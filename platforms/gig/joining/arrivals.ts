// Arrivals (到场登记): the table that fills as people scan, and admitting all who wait.
import { openTasks } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { agreeAll, findCase } from "@niangjia/registers/cases";
import { holdArrival, listArrivals, putArrival, tallyOf, waitingAt } from "./arrival-store.ts";
import {
  type admit as admitContract,
  arrivalStatus,
  type arrivals as arrivalsContract,
  limits,
} from "./contract.ts";
import type { InvitationRow } from "./invitation-store.ts";
import { getInvitation } from "./invitations.ts";
import { readByCode } from "./look.ts";
import { scan } from "./scan.ts";

/** What of an application stands in its case openly. */
interface OpenFacts {
  readonly invitation: string;
  /** As it was masked. */
  readonly name: string;
  readonly gigOccupation?: string;
}

/** Brings the line of a case up to date with it. Answers by which invitation they came. */
export async function follow(house: Act, caseId: string): Promise<InvitationRow> {
  await holdArrival(house, caseId);
  const found = await findCase(house, caseId);
  if (!found) throw new Error(`an event tells of case ${caseId}, which is not there`);
  const facts = found.facts as unknown as OpenFacts;
  const invitation = await readByCode(house, facts.invitation);
  await putArrival(house, {
    case_id: caseId,
    invitation_id: invitation.id,
    org_path: found.orgPath,
    account_id: found.accountId,
    name_mask: facts.name,
    trade: facts.gigOccupation ?? null,
    status: found.status,
    filed_at: found.filedAt,
    changed_at: house.now,
  });
  return invitation;
}

/** Asked every few seconds while people come: with the version last seen, only numbers are read. */
export async function showArrivals(
  act: Act,
  { params, query }: Asked<typeof arrivalsContract>,
): Promise<Answer<typeof arrivalsContract>> {
  const { id } = await getInvitation(act, params.id);
  const { page, size, status, since } = query;
  const { counts, version } = (await tallyOf(act, [id]))(id);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const total = status ? counts[status] : all;
  if (since === version) return { changed: false, version, counts, rows: [], total, page, size };
  const wanted = { invitationId: id, status, size, offset: (page - 1) * size };
  const rows = (await listArrivals(act, wanted)).map((row) => ({
    caseId: row.case_id,
    name: row.name_mask,
    tradeName: row.trade && nameOf("gig-occupation", row.trade),
    status: row.status,
    statusName: arrivalStatus[row.status],
    filedAt: row.filed_at.toISOString(),
  }));
  return { changed: true, version, counts, rows, total, page, size };
}

/** The task at which each case waits; one that was decided since has none. */
async function tasksOf(act: Act, caseIds: readonly string[]) {
  const items: { id: string; task: number }[] = [];
  for (const id of caseIds) {
    const found = await findCase(act, id);
    const [task] = found ? openTasks(found.state) : [];
    if (task) items.push({ id, task: task.id });
  }
  return items;
}

/**
 * Agrees in the officer's name to those who wait, who came first first, as many as one command
 * takes; who cannot be admitted is named and stops nobody.
 */
export async function admitWaiting(
  act: Act,
  { params, body }: Asked<typeof admitContract>,
): Promise<Answer<typeof admitContract>> {
  const { id } = await getInvitation(act, params.id);
  const waiting = await waitingAt(act, { invitationId: id, atMost: limits.admittedAtOnce });
  const items = await tasksOf(act, waiting);
  const functions = new Map([[scan.id, { fn: scan }]]);
  const { agreed, rows } = await agreeAll(act, functions, { body: { ...body, items } });
  await asHouse(act, async (house) => {
    for (const caseId of waiting) await follow(house, caseId);
  });
  const refused = rows.flatMap((row) =>
    row.ok ? [] : [{ caseId: row.id, say: row.say, next: row.next }],
  );
  const { counts } = (await tallyOf(act, [id]))(id);
  return { admitted: agreed, refused, waiting: counts.running };
}
