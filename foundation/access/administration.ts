// Administration (系统管理): the system administrator asks for posts, the security administrator grants and guards them.
import { randomBytes } from "node:crypto";
import type { Act } from "../act.ts";
import { concerns } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { newId } from "../ids.ts";
import { orgPath, rangeOf } from "../orgpath.ts";
import { emit } from "../outbox/index.ts";
import { readPhone } from "../phone.ts";
import { refuse } from "../refusal.ts";
import { openAccount } from "./accounts.ts";
import type * as contract from "./administration-contract.ts";
import {
  endLivingPost,
  findOrgPath,
  findPost,
  holdAskedPost,
  insertPost,
  isWithinReach,
  postsUnder,
  unlockAccount,
} from "./administration-store.ts";
import { refusals } from "./contract.ts";
import { postEnded } from "./events.ts";
import type { AccountsOfSamePerson } from "./same-person.ts";
import { tellAccessChanged } from "./session.ts";
import { endSessions, findAccountByPhone } from "./store.ts";

/** What lies under the union of an administrator's post. */
export function reachOf(act: Act): { low: string; high: string } {
  if (!act.actor.post) throw new Error("an administrator acts through a post");
  return rangeOf(orgPath(act.actor.post.orgPath));
}

export async function listPosts(
  act: Act,
  { query }: Asked<typeof contract.listPosts>,
): Promise<Answer<typeof contract.listPosts>> {
  const reach = reachOf(act);
  const found = await asHouse(act, (house) => postsUnder(house, reach, query));
  return { ...found, page: query.page, size: query.size };
}

export async function askPost(
  act: Act,
  { body }: Asked<typeof contract.askPost>,
): Promise<Answer<typeof contract.askPost>> {
  const phone = readPhone(body.phone);
  if (!phone.ok) throw refuse(refusals.badPhone);
  const path = await findOrgPath(act, body.orgId, reachOf(act));
  if (path === undefined) throw refuse(refusals.postOutOfReach);
  return asHouse(act, async (house) => {
    const known = await findAccountByPhone(house, act.keys.blinds("phone", phone.value));
    const password = known?.passwordHash ? null : randomBytes(9).toString("base64url");
    const opening = { name: body.name, phone: phone.value, ...(password ? { password } : {}) };
    const accountId = known?.id ?? (await openAccount(house, opening)).id;
    const id = newId(act.now);
    concerns(act, `post:${id}`);
    const { role, title, orgId, fromDay, toDay = null } = body;
    await insertPost(house, { id, accountId, role, title, orgId, orgPath: path, fromDay, toDay });
    return { id, password: known ? null : password };
  });
}

/** Nobody grants themselves a post, through another of their accounts either. */
export async function approvePost(
  act: Act,
  accountsOfSamePerson: AccountsOfSamePerson,
  { params: { id } }: Asked<typeof contract.approvePost>,
): Promise<Answer<typeof contract.approvePost>> {
  const post = await findPost(act, id);
  if (post?.state !== "asked") throw refuse(refusals.postNotHeld);
  concerns(act, `post:${id}`);
  await asHouse(act, async (house) => {
    const theirs = await accountsOfSamePerson(house, post.accountId);
    if (theirs.some((one) => one === act.actor.accountId)) throw refuse(refusals.ownGrant);
    if (!(await holdAskedPost(house, id))) throw refuse(refusals.postNotHeld);
  });
  await tellAccessChanged(act);
  return { state: "held" };
}

export async function endPost(
  act: Act,
  { params }: Asked<typeof contract.endPost>,
): Promise<Answer<typeof contract.endPost>> {
  const post = await findPost(act, params.id);
  if (!post || post.state === "ended") throw refuse(refusals.postNotHeld);
  concerns(act, `post:${params.id}`);
  const ended = await asHouse(act, (house) => endLivingPost(house, params.id));
  if (!ended) throw refuse(refusals.postNotHeld);
  const { accountId, role, orgPath: path } = post;
  await emit(act, postEnded(path, { postId: params.id, accountId, role }));
  await tellAccessChanged(act);
  return { state: "ended" };
}

export async function unlock(
  act: Act,
  { params }: Asked<typeof contract.unlock>,
): Promise<Answer<typeof contract.unlock>> {
  if (!(await isWithinReach(act, params.id))) throw refuse(refusals.accountNotFound);
  concerns(act, `account:${params.id}`);
  return { unlocked: await asHouse(act, (house) => unlockAccount(house, params.id)) };
}

export async function signOutAccount(
  act: Act,
  { params }: Asked<typeof contract.signOutAccount>,
): Promise<Answer<typeof contract.signOutAccount>> {
  if (!(await isWithinReach(act, params.id))) throw refuse(refusals.accountNotFound);
  concerns(act, `account:${params.id}`);
  const ended = await asHouse(act, (house) => endSessions(house, params.id));
  await tellAccessChanged(act);
  return { ended };
}
