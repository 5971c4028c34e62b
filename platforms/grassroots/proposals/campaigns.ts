// Campaigns (提案征集活动): a union calls for proposals from one day to another; who proposes then belongs to it.
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type CampaignRow,
  closeCampaign,
  findCampaign,
  insertCampaign,
  listCampaigns,
} from "./campaign-store.ts";
import type {
  campaigns as campaignsContract,
  closeCampaign as closeContract,
  openCampaign as openContract,
} from "./contract.ts";
import { unionInReach, unionNames } from "./reach.ts";
import { refusals } from "./refusals.ts";

export async function open(
  act: Act,
  { body }: Asked<typeof openContract>,
): Promise<Answer<typeof openContract>> {
  const union = await unionInReach(act, body.union);
  const [from_day, to_day] = [day(body.fromDay), day(body.toDay)];
  if (to_day < dayOf(act.now)) throw refuse(refusals.dayPast);
  const id = newId(act.now);
  await insertCampaign(act, {
    ...{ id, org_id: union.id, org_path: union.path, title: body.title, words: body.words },
    ...{ from_day, to_day, made_at: act.now, made_by: act.actor.accountId!, closed_at: null },
  });
  return { id };
}

const states = { early: "未开始", open: "征集中", over: "已结束" } as const;

function stateOf({ from_day, to_day, closed_at }: CampaignRow, today: string): keyof typeof states {
  if (closed_at !== null || to_day < today) return "over";
  return from_day > today ? "early" : "open";
}

export async function showCampaigns(
  act: Act,
  { query: { page, size } }: Asked<typeof campaignsContract>,
): Promise<Answer<typeof campaignsContract>> {
  const { rows, total } = await listCampaigns(act, { limit: size, offset: (page - 1) * size });
  const unionOf = await unionNames(act, rows);
  const shown = rows.map((row) => {
    const state = stateOf(row, dayOf(act.now));
    const { id, title, words, from_day, to_day, made, filed } = row;
    return {
      ...{ id, union: unionOf(row), title, words, fromDay: from_day, toDay: to_day },
      ...{ state, stateName: states[state], made, filed },
    };
  });
  return { rows: shown, total, page, size };
}

export async function close(
  act: Act,
  { params: { id } }: Asked<typeof closeContract>,
): Promise<Answer<typeof closeContract>> {
  const row = await findCampaign(act, id);
  if (!row) throw refuse(refusals.campaignNotFound);
  const over = stateOf(row, dayOf(act.now)) === "over";
  if (over || !(await closeCampaign(act, id))) throw refuse(refusals.campaignOver);
  return { id };
}
