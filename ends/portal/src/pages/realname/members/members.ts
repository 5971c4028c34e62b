// Members (会员): asked of the register as a list's place in the URL says.

import type { AnswerAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";

export const readMembers = listAt("/api/members");

type MemberPage = AnswerAt<"/api/members">;
export type Member = MemberPage["rows"][number];
