// A new phone number at the union's desk (窗口换手机号): the officer looks at the identity card, a code shows whose the new
// phone is; the member's file and their signing in follow at once.
import {
  accountOfPerson,
  changePhone,
  heldPosts,
  sendCodeTo,
  takeCode,
} from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { concerns, noteLook } from "@niangjia/foundation/audit";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskPhone } from "@niangjia/foundation/masks";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { readPhone } from "@niangjia/foundation/phone";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type CurrentMembership,
  changeFacts,
  currentMembership,
} from "@niangjia/registers/members";
import type * as contract from "./desk-phone-contract.ts";
import { deskPhoneRefusals as refusals } from "./desk-phone-contract.ts";

function phoneIn(text: string): string {
  const phone = readPhone(text);
  if (!phone.ok) throw refuse(refusals.badPhone);
  return phone.value;
}

/** A member under the officer's own union, and nobody whose phone opens a post: that would hand the post on. */
async function memberHere(act: Act, personId: string): Promise<CurrentMembership> {
  const { post, personId: own } = act.actor;
  if (!post) throw new Error("a desk is kept through a post");
  if (personId === own) throw refuse(refusals.ownDesk);
  const member = await currentMembership(act, personId);
  const isHere = member && contains(orgPath(post.orgPath), orgPath(member.orgPath));
  if (!isHere || member.state === "ended") throw refuse(refusals.notHere);
  const accountId = await accountOfPerson(act, personId);
  const held = accountId ? await asHouse(act, (house) => heldPosts(house, accountId)) : [];
  if (held.length > 0) throw refuse(refusals.holdsPost);
  return member;
}

const sayCode = (code: string): string =>
  `换手机号的验证码 ${code}，5 分钟内有效。只读给您面前的工会工作人员，不要转发。`;

export async function sendDeskCode(
  act: Act,
  { params, body }: Asked<typeof contract.sendDeskCode>,
): Promise<Answer<typeof contract.sendDeskCode>> {
  await memberHere(act, params.id);
  const phone = phoneIn(body.phone);
  concerns(act, `person:${params.id}`);
  return asHouse(act, (house) => sendCodeTo(house, phone, sayCode));
}

/** Whoever has the old phone is signed out; the reason stands where the member sees who looked at their data. */
export async function changeDeskPhone(
  act: Act,
  { params, body }: Asked<typeof contract.changeDeskPhone>,
): Promise<Answer<typeof contract.changeDeskPhone>> {
  const { id: personId } = params;
  const { orgPath: path } = await memberHere(act, personId);
  const phone = phoneIn(body.phone);
  const known = await asHouse(act, (house) => takeCode(house, phone, body.code));
  if (!known) throw refuse(refusals.wrongCode, { keepChanges: true });
  const because = `desk:${act.requestId}`;
  const moved = await changePhone(act, { personId, phone, because, lost: true });
  if (moved === "taken") throw refuse(refusals.taken);
  const source = { kind: "person", id: null, byAccount: act.actor.accountId } as const;
  await changeFacts(act, source, { personId, facts: { phone } });
  await noteLook(act, { personId, orgPath: path, fields: ["phone"], purpose: body.reason });
  concerns(act, `person:${personId}`);
  return { phone: maskPhone(phone) };
}
