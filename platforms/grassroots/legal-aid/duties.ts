// Duty (律师值班): who answers questions on which day at which federation.
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type * as contract from "./contract.ts";
import { unionInReach } from "./county.ts";
import { dropDuty as drop, insertDuties, lawyersOnDuty } from "./lawyer-store.ts";
import { getLawyer } from "./lawyers.ts";
import { refusals } from "./refusals.ts";

export async function showDuties(
  act: Act,
  { query }: Asked<typeof contract.duties>,
): Promise<Answer<typeof contract.duties>> {
  const { path } = await unionInReach(act, query.union);
  const days = { from: day(query.from), to: day(query.to) };
  const rows = (await lawyersOnDuty(act, { paths: [path], ...days })).map((row) => ({
    ...{ day: row.day, post: row.post_id, name: row.name, firm: row.firm },
  }));
  return { rows };
}

/** Days already set stay as they are. */
export async function setDuties(
  act: Act,
  { body }: Asked<typeof contract.setDuties>,
): Promise<Answer<typeof contract.setDuties>> {
  const lawyer = await getLawyer(act, body.lawyer);
  if (!lawyer.active) throw refuse(refusals.notRegistered, { words: { who: lawyer.name } });
  const days = [...new Set(body.days.map(day))];
  if (days.some((one) => one < dayOf(act.now))) throw refuse(refusals.dayPast);
  const added = await insertDuties(
    act,
    days.map((one) => ({
      ...{ post_id: lawyer.post_id, day: one, org_path: lawyer.org_path },
      ...{ noted_at: act.now, noted_by: act.actor.accountId! },
    })),
  );
  return { added };
}

/** What was is not changed: only days to come are taken off the list. */
export async function dropDuty(
  act: Act,
  { body }: Asked<typeof contract.dropDuty>,
): Promise<Answer<typeof contract.dropDuty>> {
  const { post_id } = await getLawyer(act, body.lawyer);
  const dropped = day(body.day);
  if (dropped < dayOf(act.now)) throw refuse(refusals.dayPast);
  await drop(act, post_id, dropped);
  return { day: dropped };
}
