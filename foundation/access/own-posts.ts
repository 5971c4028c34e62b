// Own posts (我的岗位): what an account holds, and which of it this session may be used for.
import type { Act } from "../act.ts";
import { asHouse } from "../elevate.ts";
import type { RefusalKind } from "../refusal.ts";
import { findStrength, type HeldPost, heldPosts } from "./store.ts";
import { barOf } from "./strength.ts";

export interface OwnPost extends HeldPost {
  /** Why this session may not act through it; null where it may. */
  readonly closed: RefusalKind | null;
}

/** For the door and the house, who may read what an account has to show. */
export async function postsThrough(
  act: Act,
  accountId: string,
  sessionId: string,
): Promise<OwnPost[]> {
  const strength = await findStrength(act, sessionId);
  if (!strength) throw new Error("an open session has its row");
  const held = await heldPosts(act, accountId);
  return held.map((post) => ({ ...post, closed: barOf(post.role, strength) ?? null }));
}

/** The posts of whoever is signed in, as their session may use them. */
export async function ownPosts(act: Act): Promise<OwnPost[]> {
  const { accountId, sessionId } = act.actor;
  if (accountId === null || sessionId === null) throw new Error("posts are asked for in a session");
  return asHouse(act, (house) => postsThrough(house, accountId, sessionId));
}
