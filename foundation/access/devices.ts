// Devices and posts (登录设备与岗位): what a person may do with their own sessions.
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { refuse } from "../refusal.ts";
import {
  type actThrough as actContract,
  type devices as devicesContract,
  refusals,
  type actForSelf as selfContract,
} from "./contract.ts";
import { ownPosts } from "./own-posts.ts";
import { tellAccessChanged } from "./session.ts";
import { endSessions, openSessions, setSessionPost } from "./store.ts";

export const accountOf = (act: Act): string => {
  if (act.actor.accountId === null) throw new Error("a signed-in act has an account");
  return act.actor.accountId;
};

export async function listDevices(act: Act): Promise<Answer<typeof devicesContract>> {
  const sessions = await openSessions(act, accountOf(act));
  const rows = sessions.map((session) => ({
    id: session.id,
    device: session.device,
    createdAt: session.created_at.toISOString(),
    seenAt: session.seen_at.toISOString(),
    current: session.id === act.actor.sessionId,
  }));
  return { rows };
}

export async function signOut(act: Act): Promise<{ ended: number }> {
  const ended = await endSessions(act, accountOf(act), act.actor.sessionId ?? undefined);
  await tellAccessChanged(act);
  return { ended };
}

export async function signOutEverywhere(act: Act): Promise<{ ended: number }> {
  const ended = await endSessions(act, accountOf(act));
  await tellAccessChanged(act);
  return { ended };
}

export async function actThrough(
  act: Act,
  { params }: Asked<typeof actContract>,
): Promise<Answer<typeof actContract>> {
  const { sessionId } = act.actor;
  const post = (await ownPosts(act)).find((one) => one.id === params.id);
  if (!post || sessionId === null) throw refuse(refusals.postNotHeld);
  if (post.closed) throw refuse(post.closed);
  await setSessionPost(act, sessionId, post.id);
  await tellAccessChanged(act);
  return { post };
}

/** A part-time officer is a worker as well, with a card and applications of their own. */
export async function actForSelf(act: Act): Promise<Answer<typeof selfContract>> {
  const { sessionId } = act.actor;
  if (sessionId === null) throw new Error("a signed-in act has a session");
  await setSessionPost(act, sessionId, null);
  await tellAccessChanged(act);
  return { post: null };
}
