// Stand-ins (可以接办的岗位): whose work a post may take over, as the engine has it.
import { standInsOf } from "@niangjia/engine/process";
import type { PostHolder } from "@niangjia/foundation/access";
import { refuse } from "@niangjia/foundation/refusal";
import { type Role, roles } from "@niangjia/foundation/roles";
import { refusals } from "./refusals.ts";

/** Refuses to give what a role is asked to somebody who does not do its work. */
export function refuseUnfit(role: Role, taker: Pick<PostHolder, "role">): void {
  if (standInsOf(role).includes(taker.role)) return;
  throw refuse(refusals.unfitTaker, { words: { role: roles[role], other: roles[taker.role] } });
}
