// Belonging to a trade federation (加入与退出行业联合会): a union keeps its place in the tree while it joins or leaves one.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { contains, findParent } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals } from "./contract.ts";
import * as events from "./events.ts";
import type { Source } from "./facts.ts";
import { endMember, insertMember, livingMembersOf } from "./federation-store.ts";
import { holdUnions, type Union, unionsOfIds } from "./store.ts";

/** 行业工会联合会, in the list of kinds of union. */
export const tradeFederation = "5";

interface Pair {
  readonly federationId: string;
  readonly unionId: string;
}

export interface FederationJoin extends Pair {
  /** From this day it belongs; not after today. */
  readonly sinceDay: Day;
}

/** A federation's area is that of the union above it. */
const isInArea = (federation: Union, union: Union): boolean => {
  const above = findParent(federation.path);
  return above !== undefined && contains(above, union.path);
};

function refuseUnfit(federation: Union, union: Union): void {
  const words = { name: union.name, federation: federation.name };
  for (const { state, name } of [federation, union]) {
    if (state === "closed") throw refuse(refusals.closed, { words: { name } });
  }
  if (federation.kind !== tradeFederation) {
    throw refuse(refusals.notFederation, { words: { name: federation.name } });
  }
  if (contains(federation.path, union.path)) throw refuse(refusals.underFederation, { words });
  if (contains(union.path, federation.path) || !isInArea(federation, union)) {
    throw refuse(refusals.outsideFederation, { words });
  }
}

function pairOf(unions: readonly Union[], { federationId, unionId }: Pair) {
  const federation = unions.find(({ id }) => id === federationId);
  const union = unions.find(({ id }) => id === unionId);
  if (!federation || !union) throw refuse(refusals.notFound);
  return { federation, union };
}

const wordsOf = ({ federation, union }: ReturnType<typeof pairOf>) => ({
  words: { name: union.name, federation: federation.name },
});

/** Refuses what `joinFederation` would refuse now, and writes nothing. */
export async function checkFederationJoin(act: Act, join: FederationJoin): Promise<void> {
  const { federationId, unionId } = join;
  const { federation, union } = pairOf(await unionsOfIds(act, [federationId, unionId]), join);
  refuseUnfit(federation, union);
  const living = await livingMembersOf(act, [federationId]);
  if (living.some((member) => member.unionId === unionId)) {
    throw refuse(refusals.belongsAlready, wordsOf({ federation, union }));
  }
}

/**
 * The union belongs to the federation from a day on. Refuses a closed side, what is no trade federation, a union below it
 * or outside its area, one that belongs already. Runs with the house's reach: one of the two lies outside the actor's; that
 * both sides agree is for the caller to have asked. Tells `organisations.federated`.
 */
export async function joinFederation(
  act: Act,
  join: FederationJoin,
  source: Source,
): Promise<void> {
  const { federationId, unionId, sinceDay } = join;
  if (sinceDay > dayOf(act.now)) throw refuse(refusals.dayInFuture);
  await asHouse(act, async (house) => {
    const held = await holdUnions(house, [federationId, unionId], "shared");
    const { federation, union } = pairOf(held, join);
    refuseUnfit(federation, union);
    const joined = await insertMember(house, {
      ...{ id: newId(act.now), federation_id: federationId, union_id: unionId },
      ...{ since_day: sinceDay, until_day: null, at: act.now },
      ...{ source: source.kind, source_id: source.id },
    });
    if (!joined) throw refuse(refusals.belongsAlready, wordsOf({ federation, union }));
    await emit(house, events.federated(federation.path, { federationId, unionId }));
  });
}

/** Refuses a union that does not belong to the federation now. Answers how many others belong. */
export async function checkFederationLeave(act: Act, pair: Pair): Promise<number> {
  const { federationId, unionId } = pair;
  const both = pairOf(await unionsOfIds(act, [federationId, unionId]), pair);
  const living = await livingMembersOf(act, [federationId]);
  const others = living.filter((member) => member.unionId !== unionId);
  if (others.length === living.length) throw refuse(refusals.belongsNot, wordsOf(both));
  return others.length;
}

export interface FederationLeave extends Pair {
  /** Not after today. */
  readonly lastDay: Day;
}

/**
 * The union belongs to the federation no more after a day; what was before stays on file, its place in the tree is what it
 * was. Refuses one that does not belong. Runs with the house's reach, as `joinFederation` does. Tells
 * `organisations.unfederated`.
 */
export async function leaveFederation(act: Act, leave: FederationLeave): Promise<void> {
  const { federationId, unionId, lastDay } = leave;
  if (lastDay > dayOf(act.now)) throw refuse(refusals.dayInFuture);
  await asHouse(act, async (house) => {
    const held = await holdUnions(house, [federationId, unionId], "shared");
    const both = pairOf(held, leave);
    if (!(await endMember(house, leave, lastDay))) {
      throw refuse(refusals.belongsNot, wordsOf(both));
    }
    await emit(house, events.unfederated(both.federation.path, { federationId, unionId }));
  });
}
