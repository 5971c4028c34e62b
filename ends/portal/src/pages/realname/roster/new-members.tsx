// New members (新入库): who became a member by this import, as the members list shows them.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useListPlace } from "../../../list-state.ts";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { columns as memberColumns } from "../members/columns.tsx";
import { MemberPanel } from "../members/member-panel.tsx";
import type { Member } from "../members/members.ts";
import { type Import, importKey, readNewMembers } from "./imports.ts";

/** In the order in which they were entered, and in no other. */
const columns: PageColumn<Member>[] = memberColumns.map(({ sortable: _, ...column }) => column);

const keyOf = ({ personId }: Member) => personId;

export function NewMembers({ roster }: { readonly roster: Import }) {
  const place = useListPlace();
  const { page, size } = place.state;
  const query = useQuery({
    queryKey: [...importKey(roster.id), "members", roster.enrolled, page, size],
    queryFn: () => readNewMembers(roster.id, { page, size }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListTable
      id="realname.roster.new"
      label="新入库的会员"
      unit="名会员"
      columns={columns}
      keyOf={keyOf}
      list={{ place, query }}
      panel={({ row, ways }) => <MemberPanel member={row} {...ways} />}
      empty={{
        sentence: "这次新入库的会员都已不在本会",
        hint: "已转到别的工会、离会或归并到另一条记录的，不在这里。",
      }}
    />
  );
}
