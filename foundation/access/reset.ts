// Resets (重置密码和动态口令): asked for by a security administrator, for an administrator agreed to by another one.
import { randomBytes } from "node:crypto";
import type { Act } from "../act.ts";
import { concerns } from "../audit/record.ts";
import { verificationCode } from "../codes/index.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { newId } from "../ids.ts";
import { maskPhone } from "../masks.ts";
import { tell } from "../notices/index.ts";
import { refuse } from "../refusal.ts";
import type { Role } from "../roles.ts";
import { hashPassword } from "./accounts.ts";
import { reachOf } from "./administration.ts";
import { refusals } from "./contract.ts";
import { accountOf } from "./devices.ts";
import { holdersOf, phoneOf } from "./people-store.ts";
import type * as contract from "./reset-contract.ts";
import { resetRefusals, shownTitles } from "./reset-contract.ts";
import {
  closeReset,
  findReset,
  insertReset,
  openReset,
  resetsUnder,
  seatsOf,
} from "./reset-store.ts";
import { recoveryCodeLength as slipLength } from "./second-proof.ts";
import { getAccount, putPassword } from "./security-store.ts";
import { tellAccessChanged, tokenHash } from "./session.ts";
import { endSessions } from "./store.ts";

const hoursValid = 24;
export const administrators: readonly Role[] = ["system-admin", "security-admin", "audit-admin"];

type Seats = Awaited<ReturnType<typeof seatsOf>>;

/** Nobody resets their own; nobody resets who answers for a union they themselves do not. */
async function seatsInReach(house: Act, accountId: string): Promise<Seats> {
  if (accountId === house.actor.accountId) throw refuse(resetRefusals.own);
  const { low, high } = reachOf(house);
  const within = ({ orgPath }: { orgPath: string }) => orgPath >= low && orgPath < high;
  const seats = await seatsOf(house, accountId);
  if (!seats.some(within)) throw refuse(refusals.accountNotFound);
  if (!seats.every(within)) throw refuse(resetRefusals.outOfReach);
  return seats;
}

/**
 * Makes the slip. From now on nobody knows the password, every session has ended, and the person is told. That there is
 * a password stays: without one, the phone alone would be enough to set the next.
 */
export async function handOut(
  house: Act,
  reset: { readonly id: string; readonly accountId: string },
): Promise<Answer<typeof contract.approveReset>["slip"]> {
  const { id, accountId } = reset;
  const { name } = await getAccount(house, accountId);
  const phone = await phoneOf(house, accountId);
  if (!phone) throw new Error("an account has a phone");
  const code = verificationCode(slipLength);
  const expiresAt = new Date(house.now.getTime() + hoursValid * 3_600_000);
  await openReset(house, id, { hash: tokenHash(code), expiresAt });
  await putPassword(house, accountId, await hashPassword(randomBytes(32).toString("base64url")));
  await endSessions(house, accountId);
  await tellAccessChanged(house);
  await tell(house, {
    accountId,
    title: "您的密码和动态口令已被重置",
    body: "请凭当面拿到的重置单和短信验证码登录，24 小时内有效。如果不是您本人要求的，请马上联系本级工会。",
    urgent: true,
  });
  return { code, name, phone: maskPhone(phone), expiresAt: expiresAt.toISOString() };
}

/** The other security administrators there learn that one of them is waited for. */
async function callOthers(house: Act, accountId: string): Promise<void> {
  const { post } = house.actor;
  if (!post) throw new Error("an administrator acts through a post");
  const there = await holdersOf(house, { role: "security-admin", orgPath: post.orgPath });
  const others = there.filter((one) => ![accountId, house.actor.accountId].includes(one.accountId));
  for (const { accountId: otherId } of others) {
    const body = `${house.actor.name}要为一位管理员重置密码和动态口令，请核对本人身份后批准。`;
    const link = "/administration/access/resets";
    await tell(house, { accountId: otherId, title: "有一张重置单等您批准", body, link });
  }
}

export async function askReset(
  act: Act,
  { params, body }: Asked<typeof contract.askReset>,
): Promise<Answer<typeof contract.askReset>> {
  const accountId = params.id;
  const id = newId(act.now);
  concerns(act, `reset:${id}`);
  return asHouse(act, async (house) => {
    const seats = await seatsInReach(house, accountId);
    const { passwordHash, totpCipher } = await getAccount(house, accountId);
    if (!passwordHash && !totpCipher) throw refuse(resetRefusals.nothing);
    const orgPath = seats[0]?.orgPath ?? "";
    await insertReset(house, { ...{ id, accountId, orgPath }, ...body });
    if (!seats.some(({ role }) => administrators.includes(role))) {
      return { id, slip: await handOut(house, { id, accountId }) };
    }
    await callOthers(house, accountId);
    return { id, slip: null };
  });
}

export async function approveReset(
  act: Act,
  { params }: Asked<typeof contract.approveReset>,
): Promise<Answer<typeof contract.approveReset>> {
  concerns(act, `reset:${params.id}`);
  return asHouse(act, async (house) => {
    const reset = await findReset(house, params.id, reachOf(house));
    if (reset?.state !== "asked") throw refuse(resetRefusals.notFound);
    if (reset.askedBy === act.actor.accountId) throw refuse(resetRefusals.otherEyes);
    await seatsInReach(house, reset.accountId);
    return { slip: await handOut(house, reset) };
  });
}

/** The password that was taken away does not come back; a new slip can be made. */
export async function endReset(
  act: Act,
  { params }: Asked<typeof contract.endReset>,
): Promise<Answer<typeof contract.endReset>> {
  concerns(act, `reset:${params.id}`);
  return asHouse(act, async (house) => {
    if (!(await findReset(house, params.id, reachOf(house)))) throw refuse(resetRefusals.notFound);
    await closeReset(house, params.id, "ended");
    return { state: "ended" };
  });
}

export async function listResets(
  act: Act,
  { query }: Asked<typeof contract.listResets>,
): Promise<Answer<typeof contract.listResets>> {
  const { rows, total } = await asHouse(act, (house) => resetsUnder(house, reachOf(act), query));
  const own = accountOf(act);
  const shown = rows.map(({ askedById, askedAt, expiresAt, ...row }) => ({
    ...row,
    shown: shownTitles[row.shown],
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    mine: askedById === own || row.accountId === own,
  }));
  return { rows: shown, total, page: query.page, size: query.size };
}
