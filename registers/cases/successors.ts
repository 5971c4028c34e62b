// Successors (接办人选): who takes over what lies with somebody who is gone, or with a seat that may not do it.
import { standInsOf } from "@niangjia/engine/process";
import { type PostHolder, postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { type LeftTask, leastLoaded } from "./leaving-store.ts";

type Left = Pick<LeftTask, "role" | "orgPath" | "excluded" | "holder">;

const mayTake =
  ({ excluded, holder }: Left) =>
  ({ accountId, personId }: PostHolder): boolean =>
    accountId !== holder && !excluded.includes(accountId) && !excluded.includes(personId);

/**
 * The posts that may take it, best first: of the nearest union that has any, the same role before
 * others, and of those whoever holds least.
 */
export async function successors(house: Act, left: Left): Promise<string[]> {
  const { role, orgPath: path } = left;
  const roles = standInsOf(role);
  const line = await postsOnLine(house, { path, roles, upwards: true, atMost: 200 });
  const fit = line.filter(mayTake(left));
  const near = fit.filter((holder) => holder.orgPath === fit[0]?.orgPath);
  const order = await leastLoaded(
    house,
    near.map(({ accountId }) => accountId),
  );
  return order
    .flatMap((id) => near.find(({ accountId }) => accountId === id) ?? [])
    .toSorted((one, other) => Number(other.role === role) - Number(one.role === role))
    .map(({ postId }) => postId);
}

/** Whether whoever else has the post can do it. */
export async function hasOthers(house: Act, left: Left): Promise<boolean> {
  const { role, orgPath: path } = left;
  const holders = await postsOnLine(house, { path, roles: [role], upwards: true, atMost: 200 });
  return holders.filter(({ orgPath: at }) => at === path).some(mayTake(left));
}
