// Setting a number (设定规定数值): proposed by one post-holder of a federation with its document, agreed to by another.
import { placePrefix, type Settable, takeValue } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { addCalendarDays, type Day, day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { z } from "zod";
import { lineAbove, speaksForDivision, type Union, unionsByIds } from "../organisations/index.ts";
import type { decide as decideContract, propose as proposeContract } from "./contract.ts";
import { refusals } from "./refusals.ts";
import type { Ruled } from "./room.ts";
import { decideProposal, insertProposal, lockProposed } from "./store.ts";

/** The federation the actor speaks for: a number it sets holds for everybody in its division. */
export async function federationOf(act: Act): Promise<Union> {
  const { post } = act.actor;
  const union = post && (await unionsByIds(act, [post.orgId])).get(post.orgId);
  if (!union || !speaksForDivision(union, await lineAbove(act, union.path))) {
    throw refuse(refusals.notFederation);
  }
  return union;
}

/** What was decided today stays decided: another number holds from tomorrow at the earliest. */
export const firstDay = (act: Act): Day => addCalendarDays(dayOf(act.now), 1);

function refuseMisfit({ unit }: Settable, value: number): void {
  try {
    takeValue(unit, value);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw refuse(refusals.misfit, { words: { why: error.issues[0]?.message ?? "" } });
  }
}

function accountOf({ actor }: Act): string {
  if (actor.accountId === null) throw new Error("whoever holds a post has an account");
  return actor.accountId;
}

/** The accounts of whoever acts: four eyes are two people's. */
export const ownAccounts = (
  act: Act,
  { accountsOfSamePerson }: Ruled,
): Promise<readonly string[]> =>
  asHouse(act, (house) => accountsOfSamePerson(house, accountOf(act)));

export async function proposeValue(
  act: Act,
  { rooms }: Ruled,
  { params, body }: Asked<typeof proposeContract>,
): Promise<Answer<typeof proposeContract>> {
  const union = await federationOf(act);
  const { room, name } = params;
  const settable = rooms.get(room)?.parameters.settable.find((one) => one.name === name);
  if (!settable) throw refuse(refusals.unknown);
  refuseMisfit(settable, body.value);
  const fromDay = day(body.fromDay);
  if (fromDay < firstDay(act)) throw refuse(refusals.day);
  const number = await insertProposal(act, {
    ...{ room, name, fromDay, value: body.value, document: body.document },
    ...{ article: body.article ?? null, orgPath: union.path, place: placePrefix(union.division) },
    ...{ proposedBy: accountOf(act), proposedWords: act.actor.name },
  });
  if (number === undefined) throw refuse(refusals.waits);
  concerns(act, `rule:${room}.${name}`);
  return { number };
}

/** Four eyes: another post-holder of the same federation says whether it shall be so. */
export async function decideValue(
  act: Act,
  ruled: Ruled,
  { params, body }: Asked<typeof decideContract>,
): Promise<Answer<typeof decideContract>> {
  const union = await federationOf(act);
  const found = await lockProposed(act, params.number);
  if (!found || found.orgPath !== union.path) throw refuse(refusals.notFound);
  const own = body.agree ? await ownAccounts(act, ruled) : [];
  if (own.includes(found.proposedBy)) throw refuse(refusals.own);
  if (body.agree && found.fromDay < firstDay(act)) throw refuse(refusals.day);
  const state = body.agree ? "agreed" : "refused";
  const by = accountOf(act);
  await decideProposal(act, found.number, { state, by, words: act.actor.name });
  concerns(act, `rule:${found.room}.${found.name}`);
  return { state };
}
