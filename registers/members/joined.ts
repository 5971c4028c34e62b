// Who joined by something (由此入库): the members a source entered, such as one import, as they are now; in reach and masked.
import type { Act } from "@niangjia/foundation/act";
import type { Answer } from "@niangjia/foundation/http";
import { sql } from "kysely";
import type { list } from "./contract.ts";
import type { Selection } from "./filter.ts";
import { rowsOf } from "./list.ts";
import { countUpTo, pageOf } from "./list-store.ts";
import type { Source } from "./source.ts";

type Rows = Answer<typeof list>["rows"];

export interface JoinedBy {
  readonly source: Pick<Source, "kind"> & { readonly id: string };
  /** The union they were entered at. */
  readonly orgPath: string;
  /** How many they can be: counting ends there. */
  readonly atMost: number;
}

/**
 * Memberships that began with a change of this source: the first of its membership, since keeping one is a change of it
 * too. Found by the union, whose changes are few beside all of the house. Who was merged since stands in another record.
 */
const selectionOf = ({ source, orgPath }: JoinedBy): Selection => ({
  people: sql`member.changes c
    join member.persons p on p.id = c.person_id
    join member.memberships m on m.person_id = c.person_id and m.id = c.membership_id`,
  where: sql`c.org_path = ${orgPath} and c.source = ${source.kind} and c.source_id = ${source.id}
    and p.merged_into is null and not exists (select from member.changes e
      where e.person_id = c.person_id and e.membership_id = c.membership_id and e.id < c.id)`,
});

/** A page of them, in the order in which they were entered. */
export async function joinedBy(
  act: Act,
  by: JoinedBy,
  page: { readonly size: number; readonly offset: number },
): Promise<{ rows: Rows; total: number }> {
  const found = selectionOf(by);
  const lines = await pageOf(act, found, { key: "union", descending: false, ...page });
  return { rows: rowsOf(act, lines), total: await countUpTo(act, found, by.atMost) };
}
