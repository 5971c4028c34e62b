// Carrying members (成批接转): all who are members of one union go on at another, as when it is merged or closed.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { maskName } from "@niangjia/foundation/masks";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas, getUnion, holdUnion, refusals, type Union } from "../organisations/index.ts";
import { holdLiving, insertMoves, replaceMemberships } from "./carry-store.ts";
import * as events from "./events.ts";
import { deltasOf } from "./measures.ts";
import { counted, type Moving } from "./move.ts";
import type { CurrentMembership, NewMove } from "./moves-store.ts";
import type { Source } from "./source.ts";

export interface Carrying extends Omit<Moving, "personId"> {
  /** The union they are members of; `unionId` is where they go. */
  readonly fromUnionId: string;
  /** Kept (保留会籍) from now on, for whose employer is gone; otherwise as they were. */
  readonly kept?: boolean;
  /** How many at once; the caller comes again until none are left. */
  readonly atMost: number;
}

/** In order of path, as everywhere; so two such acts never wait for each other in a ring. */
async function holdBoth(house: Act, { fromUnionId, unionId }: Carrying) {
  const unions = [await getUnion(house, fromUnionId), await getUnion(house, unionId)];
  const held = new Map<string, Union>();
  for (const { id } of unions.sort((one, other) => (one.path < other.path ? -1 : 1))) {
    held.set(id, await holdUnion(house, id));
  }
  const [from, to] = [held.get(fromUnionId)!, held.get(unionId)!];
  if (to.state === "closed") throw refuse(refusals.closed, { words: { name: to.name } });
  return { from, to };
}

interface Step {
  readonly before: CurrentMembership;
  readonly after: CurrentMembership & { readonly state: "active" | "kept" };
}

const stepTo =
  (to: Union, { day, kept = false }: Carrying) =>
  (before: CurrentMembership): Step => {
    const state = kept || before.state === "kept" ? "kept" : "active";
    const place = { unionId: to.id, orgPath: to.path };
    return { before, after: { ...before, ...place, id: newId(), state, joinedDay: day } };
  };

/** 转出 where they were, 转入 where they are, 保留 for whom it is kept. */
function movesOf({ before, after }: Step, { day, reason, note }: Carrying): NewMove[] {
  const { personId } = before;
  const of = ({ id: membershipId, orgPath }: CurrentMembership, change: NewMove["change"]) => ({
    ...{ id: newId(), membershipId, personId, orgPath, change, reason, day, note },
    ...{ otherUnionId: null, who: null },
  });
  return [
    { ...of(before, "4"), otherUnionId: after.unionId, who: maskName(before.name) },
    { ...of(after, "2"), otherUnionId: before.unionId },
    ...(after.state === "kept" ? [of(after, "3")] : []),
  ];
}

/**
 * Carries up to `atMost` members of exactly one union to another: 转出 there, 转入 here, under their
 * own numbers, with records and employments; numbers above both follow in the same act. Answers how
 * many went; fewer than `atMost` when none are left. That they are carried is for the caller to
 * have asked. Tells `members.moved` of each.
 */
export async function carryMembers(act: Act, source: Source, carrying: Carrying): Promise<number> {
  return asHouse(act, async (house) => {
    const { from, to } = await holdBoth(house, carrying);
    const living = await holdLiving(house, from.id, { path: from.path, limit: carrying.atMost });
    const steps = living.map(stepTo(to, carrying));
    const ended = living.map(({ id }) => id);
    const rows = steps.map(({ after }) => after);
    await replaceMemberships(house, rows, { endedDay: carrying.day, ended });
    await insertMoves(
      house,
      source,
      steps.flatMap((step) => movesOf(step, carrying)),
    );
    const on = { day: carrying.day, today: dayOf(house.now) };
    const deltas = steps.flatMap(({ before, after }) => [
      ...deltasOf(from.path, on, [counted(before), null]),
      ...deltasOf(to.path, on, [null, counted(after)]),
    ]);
    await addDeltas(house, deltas);
    const paths = { fromUnionId: from.id, fromPath: from.path, unionId: to.id };
    const told = rows.map(({ personId, number }) =>
      events.moved(to.path, { personId, number, ...paths }),
    );
    await emit(house, ...told);
    return steps.length;
  });
}
