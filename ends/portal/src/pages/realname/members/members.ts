// Members (会员): asked of the register as a list's place in the URL says.

import type { paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { queryOf } from "../../../list-state.ts";
import type { ListState } from "../../../ui/list.ts";

type Query = NonNullable<paths["/api/members"]["get"]["parameters"]["query"]>;

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
export const readMembers = (state: ListState) =>
  answer(api.GET("/api/members", { params: { query: queryOf(state) as Query } }));

type MemberPage = Awaited<ReturnType<typeof readMembers>>;
export type Member = MemberPage["rows"][number];
