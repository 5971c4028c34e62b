// Devices and posts (登录设备与岗位): what a person may do with their own sessions.
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { refuse } from "../refusal.ts";
import {
  type actThrough as actContract,
  type devices as devicesContract,
  refusals,
} from "./contract.ts";
import { tellAccessChanged } from "./session.ts";
import { endSessions, heldPosts, openSessions, setSessionPost } from "./store.ts";

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
  const posts = await heldPosts(act, accountOf(act));
  const post = posts.find((one) => one.id === params.id);
  if (!post || act.actor.sessionId === null) throw refuse(refusals.postNotHeld);
  await setSessionPost(act, act.actor.sessionId, post.id);
  await tellAccessChanged(act);
  return { post };
}
