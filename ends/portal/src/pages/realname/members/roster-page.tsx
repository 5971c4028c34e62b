// Roster (会员名册): the members of the post's union and all below it, narrowed down, masked, taken out as Excel.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useMemo } from "react";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { UploadOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { useUnionName } from "../../../unions/union-name.ts";
import { columns, filterFields } from "./columns.tsx";
import { MemberPanel } from "./member-panel.tsx";
import { type Member, readMembers } from "./members.ts";
import { TakeOutMembers } from "./take-out.tsx";

const keyOf = ({ personId }: Member) => personId;

export function Page() {
  const list = useList(["members"], readMembers);
  const { history } = useRouter();
  const { filters } = list.place.state;
  const picked = useUnionName(filters.unionId);
  const fields = useMemo(() => filterFields(picked), [picked]);
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
    <ListPage
      title="会员名册"
      sentence="本级和下级工会的在册会员。点一行看详情；姓名和号码要写明用途才能看完整的。"
      action={importing}
      id="realname.members"
      label="会员名册"
      unit="名会员"
      columns={columns}
      keyOf={keyOf}
      list={list}
      fields={fields}
      tools={<TakeOutMembers filters={filters} total={list.query.data?.total} />}
      panel={({ row, ways }) => <MemberPanel member={row} {...ways} />}
      empty={{
        sentence: "名册里还没有会员",
        hint: "导入一份 Excel 名册，或请职工扫码入会。",
        action: importing,
      }}
    ></ListPage>
  );
}
