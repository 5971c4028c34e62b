// Standing in (代办): the posts whose holders named the actor their proxy for today.
import { type Party, standInsOf } from "@niangjia/engine/process";
import { type PostHolder, postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import { proxiesFor } from "./proxy-store.ts";

export const partyOf = ({ orgPath: path, orgId: _orgId, ...holder }: PostHolder): Party => ({
  ...holder,
  orgPath: orgPath(path),
});

const mayStandIn = (
  own: { readonly role: Role; readonly orgPath: string },
  { role, orgPath: path }: PostHolder,
) => standInsOf(role).includes(own.role) && contains(orgPath(own.orgPath), orgPath(path));

export interface Principal extends Party {
  readonly accountId: string;
  readonly personId: string;
  /** Only at cases of these functions; null for all. */
  readonly functions: readonly string[] | null;
}

/**
 * A principal who holds the post no more has nobody stand in for them; nor has one whose work the
 * post that the actor acts through does not do.
 */
export async function principals(act: Act): Promise<Principal[]> {
  const { kind, post } = act.actor;
  if (kind !== "staff" || !post) return [];
  const proxies = await proxiesFor(act);
  const holders = await postHolders(
    act,
    proxies.map(({ postId }) => postId),
  );
  const held = new Map(holders.map((holder) => [holder.postId, holder]));
  return proxies.flatMap(({ postId, functions }): Principal[] => {
    const holder = held.get(postId);
    if (!holder || !mayStandIn(post, holder)) return [];
    const { accountId, personId } = holder;
    return [{ ...partyOf(holder), accountId, personId, functions }];
  });
}

/** Those at cases of a function. */
export const actingAt = (all: readonly Principal[], fn: string): Party[] =>
  all
    .filter(({ functions }) => functions === null || functions.includes(fn))
    .map(({ functions: _functions, ...party }) => party);

/** Whom the actor stands in for at cases of a function. */
export const standsFor = async (act: Act, fn: string): Promise<Party[]> =>
  actingAt(await principals(act), fn);
