// WeChat of an account (微信绑定): confirmed once by a phone code; the newest binding holds, and each may end their own.
import type { Act } from "../act.ts";
import { concerns, record } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import { tell } from "../notices/index.ts";
import { refuse } from "../refusal.ts";
import { accountOf } from "./devices.ts";
import { tokenHash } from "./session.ts";
import { ticketRefusals } from "./wechat-contract.ts";
import {
  dropBindingOf,
  dropBindings,
  dropTicket,
  findBinding,
  findTicket,
  insertBinding,
  openidField,
} from "./wechat-store.ts";

/** Whom WeChat named to the bearer of a ticket. */
export interface NamedByWechat {
  readonly ticketId: string;
  readonly openid: string;
}

export const ticketField = "wechat-ticket.openid";

/** Reads a ticket that is not spent yet. Refuses while WeChat is being asked, and when it named nobody. */
export async function openTicket(act: Act, ticket: string): Promise<NamedByWechat> {
  const found = await findTicket(act, tokenHash(ticket));
  if (!found || found.expiresAt <= act.now) throw refuse(ticketRefusals.ticketSpent);
  const { id, failure, openidCipher } = found;
  if (failure) throw refuse(ticketRefusals[failure]);
  if (!openidCipher) throw refuse(ticketRefusals.waiting, { retryAfterSeconds: 1 });
  const openid = act.keys.decrypt({ field: ticketField, row: id }, openidCipher);
  return { ticketId: id, openid };
}

/** The account before hears of it at once: it may be the holder's own, or somebody's whose phone was lost. */
async function tellMoved(act: Act, accountId: string): Promise<void> {
  await record(act, { action: "access.wechat-moved", subject: `account:${accountId}` });
  await asHouse(act, (house) =>
    tell(house, {
      accountId,
      title: "微信绑定已解除",
      body: "您绑定的微信刚刚绑定到了另一个账号。如果不是您本人操作，请在登录设备里退出所有设备，并联系工会。",
      urgent: true,
    }),
  );
}

/**
 * Binds a WeChat to the account whose phone code was just given, and spends the ticket. One account has one WeChat and
 * one WeChat one account: what either was bound to before ends.
 */
export async function bindWechat(
  act: Act,
  accountId: string,
  { ticketId, openid }: NamedByWechat,
): Promise<void> {
  const blinds = act.keys.blinds("wechat", openid);
  const before = await dropBindings(act, { accountId, blinds });
  await insertBinding(act, {
    accountId,
    openidBlind: act.keys.blind("wechat", openid),
    openidCipher: act.keys.encrypt({ field: openidField, row: accountId }, openid),
  });
  await dropTicket(act, ticketId);
  await record(act, { action: "access.bind-wechat", subject: `account:${accountId}` });
  for (const other of before) if (other !== accountId) await tellMoved(act, other);
}

export async function unbindWechat(act: Act): Promise<{ unbound: boolean }> {
  const accountId = accountOf(act);
  concerns(act, `account:${accountId}`);
  return { unbound: await dropBindingOf(act, accountId) };
}

export async function hasWechat(act: Act): Promise<boolean> {
  return (await findBinding(act, accountOf(act))) !== undefined;
}
