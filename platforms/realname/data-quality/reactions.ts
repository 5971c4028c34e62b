// Reactions (联动): when records are merged or parted, the suspects about them are settled.
import type { Reaction } from "@niangjia/foundation/worker";
import { type Merged, names } from "@niangjia/registers/members/events";
import { noteMerge } from "./suspects-list-store.ts";

const settle = (on: string, name: string): Reaction => ({
  on,
  name: `data-quality.${name}`,
  run: (act, event) => noteMerge(act, event.body as Merged),
});

export const reactions: readonly Reaction[] = [
  settle(names.merged, "merged"),
  settle(names.unmerged, "not-same"),
];
