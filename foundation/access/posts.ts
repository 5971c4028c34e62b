// Posts at a union that is gone (岗位随工会撤销): they end with it, and whoever acted through one acts through it no more.
import type { Act } from "../act.ts";
import { record } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import { tell } from "../notices/index.ts";
import { emit } from "../outbox/index.ts";
import { endPostsOf } from "./administration-store.ts";
import { postEnded } from "./events.ts";
import { tellAccessChanged } from "./session.ts";

export interface GoneUnion {
  readonly orgId: string;
  /** Its name, for those who are told. */
  readonly name: string;
}

/** Ends every post asked for or held at a union, tells the holders, and adds an entry for each. Answers how many. */
export async function endPostsAt(act: Act, { orgId, name }: GoneUnion): Promise<number> {
  return asHouse(act, async (house) => {
    const ended = await endPostsOf(house, orgId);
    for (const { id, accountId, title, role, orgPath, wasHeld } of ended) {
      await record(house, {
        action: "access.end-post",
        subject: `post:${id}`,
        details: { because: "union-closed", orgId },
      });
      if (!wasHeld) continue;
      await emit(house, postEnded(orgPath, { postId: id, accountId, role }));
      const body = `“${name}”已经撤销，您在那里的“${title}”岗位随之结束。`;
      await tell(house, { accountId, title: "您的岗位已结束", body });
    }
    if (ended.length > 0) await tellAccessChanged(house);
    return ended.length;
  });
}
