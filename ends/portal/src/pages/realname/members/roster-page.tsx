// Roster (会员名册): the members of the post's union and all below it, narrowed down, masked, taken out as Excel.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useMemo } from "react";
import { useListPlace } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { FilterBar } from "../../../ui/filter/filter-bar.tsx";
import { UploadOutlined } from "../../../ui/icons.tsx";
import { openRowOf } from "../../../ui/list.ts";
import { PageHead } from "../../../ui/page-head.tsx";
import { PageTable } from "../../../ui/table/page-table.tsx";
import { useUnionName } from "../../../unions/union-name.ts";
import { columns, filterFields } from "./columns.tsx";
import { MemberPanel } from "./member-panel.tsx";
import { type Member, readMembers } from "./members.ts";
import { TakeOut } from "./take-out.tsx";

const keyOf = ({ personId }: Member) => personId;

export function Page() {
  const place = useListPlace();
  const { history } = useRouter();
  const { filters } = place.state;
  const picked = useUnionName(filters.unionId);
  const fields = useMemo(() => filterFields(picked), [picked]);
  const query = useQuery({
    queryKey: ["members", place.state],
    queryFn: () => readMembers(place.state),
    placeholderData: keepPreviousData,
  });
  const { row, ...ways } = openRowOf(query.data?.rows, keyOf, place);
  const importing = (
    <Button
      type="primary"
      icon={<UploadOutlined />}
      onClick={() => history.push(paths.room("realname", "roster", "imports"))}
    >
      导入名册
    </Button>
  );
  return (
    <>
      <PageHead
        title="会员名册"
        sentence="本级和下级工会的在册会员。点一行看详情；姓名和号码要写明用途才能看完整的。"
        action={importing}
      />
      <PageTable
        id="realname.members"
        label="会员名册"
        unit="名会员"
        columns={columns}
        keyOf={keyOf}
        state={place.state}
        onState={place.go}
        query={query}
        filters={
          <FilterBar
            fields={fields}
            filters={filters}
            onFilters={(next) => place.go({ filters: next })}
          />
        }
        tools={<TakeOut filters={filters} total={query.data?.total} />}
        onOpen={(member) => place.open(member.personId)}
        openKey={place.openKey}
        empty={{
          sentence: "名册里还没有会员",
          hint: "导入一份 Excel 名册，或请职工扫码入会。",
          action: importing,
        }}
      />
      <MemberPanel member={row} onClose={() => place.open(undefined)} {...ways} />
    </>
  );
}
