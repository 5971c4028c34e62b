// Reactions (组织库联动): what the register itself does once a union is closed.
import { endPostsAt } from "@niangjia/foundation/access";
import type { Reaction } from "@niangjia/foundation/worker";
import { type ClosedEvent, names } from "./events.ts";
import { endMembersOf } from "./federation-store.ts";
import { getUnion } from "./find.ts";

/** Nobody acts for a union that is gone: its posts end, and sessions through them with it. */
const postsEnd: Reaction = {
  on: names.closed,
  name: "organisations.end-posts",
  async run(act, event) {
    const { unionId } = (event as ClosedEvent).body;
    const { name } = await getUnion(act, unionId);
    await endPostsAt(act, { orgId: unionId, name });
  },
};

/** What is gone belongs to no federation, and nothing belongs to it. */
const federationEnds: Reaction = {
  on: names.closed,
  name: "organisations.end-federation",
  async run(act, event) {
    const { unionId } = (event as ClosedEvent).body;
    const { closedDay } = await getUnion(act, unionId);
    if (closedDay !== null) await endMembersOf(act, unionId, closedDay);
  },
};

export const reactions: readonly Reaction[] = [postsEnd, federationEnds];
