// Standing in (代办): the posts whose holders named the actor their proxy for today.
import type { Party } from "@niangjia/engine/process";
import { type PostHolder, postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { orgPath } from "@niangjia/foundation/orgpath";
import { proxiesFor } from "./proxy-store.ts";

export const partyOf = ({ orgPath: path, orgId: _orgId, ...holder }: PostHolder): Party => ({
  ...holder,
  orgPath: orgPath(path),
});

export interface Principal extends Party {
  readonly accountId: string;
  readonly personId: string;
  /** Only at cases of these functions; null for all. */
  readonly functions: readonly string[] | null;
}

/** A principal who holds the post no more has nobody stand in for them. */
export async function principals(act: Act): Promise<Principal[]> {
  if (act.actor.kind !== "staff") return [];
  const proxies = await proxiesFor(act);
  const holders = await postHolders(
    act,
    proxies.map(({ postId }) => postId),
  );
  const held = new Map(holders.map((holder) => [holder.postId, holder]));
  return proxies.flatMap(({ postId, functions }): Principal[] => {
    const holder = held.get(postId);
    if (!holder) return [];
    const { accountId, personId } = holder;
    return [{ ...partyOf(holder), accountId, personId, functions }];
  });
}

/** Those at cases of a function. */
export async function standsFor(act: Act, fn: string): Promise<Party[]> {
  const all = await principals(act);
  return all
    .filter(({ functions }) => functions === null || functions.includes(fn))
    .map(({ functions: _functions, ...party }) => party);
}
