// Walking members (遍历会员): page after page in a fixed order, for exports that no memory could hold.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { MemberFilter } from "./contract.ts";
import { selectionOf } from "./filter.ts";
import { type FullLine, fullPageAfter } from "./list-store.ts";

const pageRows = 2_000;

/** All a filter finds under a path, in pages, by union and person. Read within the act's transaction. */
export async function* walkMembers(
  act: Act,
  filter: MemberFilter,
  path: string,
): AsyncGenerator<readonly FullLine[]> {
  const people = selectionOf(filter, path, dayOf(act.now));
  let last: FullLine | undefined;
  for (;;) {
    const page = await fullPageAfter(act, people, { last, size: pageRows });
    if (page.length > 0) yield page;
    if (page.length < pageRows) return;
    last = page.at(-1);
  }
}
