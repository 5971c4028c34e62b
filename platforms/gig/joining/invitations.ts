// Invitations (入会海报和集中入会活动): made by an officer, listed, stopped.
import type { Act, ActingPost } from "@niangjia/foundation/act";
import { listOn, nameOf } from "@niangjia/foundation/codelists";
import { verificationCode } from "@niangjia/foundation/codes";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, holdUnion, type Union, unionsByIds } from "@niangjia/registers/organisations";
import { tallyOf } from "./arrival-store.ts";
import {
  type InvitationState,
  type list as listContract,
  type make as makeContract,
  refusals,
  type show as showContract,
  states,
  type stop as stopContract,
  type tradeList,
} from "./contract.ts";
import {
  findInvitation,
  type InvitationRow,
  insertInvitation,
  listInvitations,
  stopInvitation,
} from "./invitation-store.ts";

/** 75 random bits and a check symbol: short enough to type, too long to guess. */
const codeSymbols = 16;

function postOf({ actor }: Act): ActingPost {
  if (!actor.post) throw new Error("union staff act through a post");
  return actor.post;
}

/** The union of an id, or the post's own; refuses one outside the reach of the post. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const post = postOf(act);
  const union = await findUnion(act, id ?? post.orgId);
  if (!union || !contains(orgPath(post.orgPath), union.path)) throw refuse(refusals.unionNotFound);
  return union;
}

export async function getInvitation(act: Act, id: string): Promise<InvitationRow> {
  const found = await findInvitation(act, id);
  if (!found) throw refuse(refusals.notFound);
  return found;
}

/** What was stopped by hand is that, whatever the clock says. */
export function stateAt(
  { opens_at, closes_at, expires_at, stopped_at }: InvitationRow,
  now: Date,
): InvitationState {
  if (stopped_at !== null) return "stopped";
  if (now < opens_at) return "early";
  if (now >= expires_at) return "expired";
  return closes_at !== null && now >= closes_at ? "over" : "open";
}

export async function makeInvitation(
  act: Act,
  { body }: Asked<typeof makeContract>,
): Promise<Answer<typeof makeContract>> {
  const { id: orgId } = await unionInReach(act, body.union);
  const union = await holdUnion(act, orgId);
  if (union.state !== "live") throw refuse(refusals.unionNotLive, { words: { name: union.name } });
  const expires = new Date(body.expiresAt);
  if (expires <= act.now) throw refuse(refusals.alreadyPast);
  const resolutionDay = body.resolutionDay ?? null;
  if (resolutionDay !== null && resolutionDay > dayOf(act.now))
    throw refuse(refusals.resolutionAhead);
  const row = {
    id: newId(act.now),
    org_id: union.id,
    org_path: union.path,
    kind: body.kind,
    title: body.title,
    place: body.place,
    trade: body.trade ?? null,
    code: verificationCode(codeSymbols),
    opens_at: new Date(body.opensAt),
    closes_at: body.closesAt === undefined ? null : new Date(body.closesAt),
    expires_at: expires,
    resolution: body.resolution ?? null,
    resolution_day: resolutionDay as InvitationRow["resolution_day"],
    made_at: act.now,
    made_by: act.actor.accountId,
    stopped_at: null,
    stopped_by: null,
  };
  await insertInvitation(act, row);
  return { id: row.id, code: row.code };
}

async function shown(
  act: Act,
  rows: readonly InvitationRow[],
): Promise<Answer<typeof listContract>["rows"]> {
  const unions = await unionsByIds(
    act,
    rows.map((row) => row.org_id),
  );
  const tally = await tallyOf(
    act,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, kind, title, place, trade, code, org_id, resolution } = row;
    const state = stateAt(row, act.now);
    return {
      ...{ id, kind, title, place, trade, code, resolution, state },
      union: { id: org_id, name: unions.get(org_id)?.name ?? "" },
      tradeName: trade && nameOf("gig-occupation", trade),
      opensAt: row.opens_at.toISOString(),
      closesAt: row.closes_at?.toISOString() ?? null,
      expiresAt: row.expires_at.toISOString(),
      resolutionDay: row.resolution_day,
      stateName: states[state],
      counts: tally(id).counts,
    };
  });
}

export async function showInvitations(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { kind, page, size } = query;
  const { rows, total } = await listInvitations(act, { kind, size, offset: (page - 1) * size });
  return { rows: await shown(act, rows), total, page, size };
}

export async function showInvitation(
  act: Act,
  { params }: Asked<typeof showContract>,
): Promise<Answer<typeof showContract>> {
  const [row] = await shown(act, [await getInvitation(act, params.id)]);
  if (!row) throw refuse(refusals.notFound);
  return row;
}

/** What was applied for before stays with the officer; nobody applies any more. */
export async function stopInviting(
  act: Act,
  { params }: Asked<typeof stopContract>,
): Promise<Answer<typeof stopContract>> {
  const { id } = await getInvitation(act, params.id);
  await stopInvitation(act, id, { at: act.now, by: act.actor.accountId });
  return { state: stateAt(await getInvitation(act, id), act.now) };
}

export async function showTrades({ now }: Act): Promise<Answer<typeof tradeList>> {
  return {
    rows: listOn("gig-occupation", dayOf(now)).entries.map(({ code, name }) => ({ code, name })),
  };
}
