// Saved lists (常用查询): filters of the case list that somebody needs again, and colleagues perhaps too.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type keepSaved,
  type listSaved as listed,
  type orderSaved,
  type removeSaved,
  savedLimits,
  savedRefusals,
} from "./saved-contract.ts";
import {
  dropSaved,
  findSaved,
  orderSavedLists,
  putSaved,
  type SavedList,
  savedLists,
} from "./saved-store.ts";

const isOwn = ({ actor }: Act, { accountId }: SavedList): boolean => accountId === actor.accountId;

const shown = (act: Act, list: SavedList) => {
  const { accountId: _author, ...rest } = list;
  return { ...rest, own: isOwn(act, list) };
};

export async function listSaved(act: Act): Promise<Answer<typeof listed>> {
  return { rows: (await savedLists(act)).map((list) => shown(act, list)) };
}

/**
 * The id is the caller's: kept again under the same id a list is changed, and one that was removed
 * comes back.
 */
export async function keepList(
  act: Act,
  { params: { id }, body }: Asked<typeof keepSaved>,
): Promise<Answer<typeof keepSaved>> {
  const before = await findSaved(act, id);
  if (before && !isOwn(act, before)) throw refuse(savedRefusals.listNotFound);
  const own = (await savedLists(act)).filter((list) => isOwn(act, list));
  const { lists: limit } = savedLimits;
  if (!before && own.length >= limit) {
    throw refuse(savedRefusals.tooManyLists, { words: { limit } });
  }
  const list = { ...body, id, query: body.query as Record<string, string> };
  await putSaved(act, list);
  return { ...list, own: true };
}

export async function removeList(
  act: Act,
  { params: { id } }: Asked<typeof removeSaved>,
): Promise<Answer<typeof removeSaved>> {
  if (!(await dropSaved(act, id))) throw refuse(savedRefusals.listNotFound);
  return { removed: true };
}

export async function orderLists(
  act: Act,
  { body: { ids } }: Asked<typeof orderSaved>,
): Promise<Answer<typeof orderSaved>> {
  await orderSavedLists(act, ids);
  return listSaved(act);
}
