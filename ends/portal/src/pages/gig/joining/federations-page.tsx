// Trade federations (行业联合会): those in reach, with the unions that belong to them; founding, joining and leaving one are cases.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { useMe } from "../../../session.ts";
import { Day } from "../../../ui/day.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Nothing } from "../../../ui/money.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { type Federation, readFederations } from "./joining.ts";
import { JoiningTabs } from "./joining-tabs.tsx";

const columns: PageColumn<Federation>[] = [
  { key: "union", title: "联合会", width: 260, cell: ({ union }) => union.name },
  {
    key: "association",
    title: "依托协会",
    width: 200,
    cell: ({ association }) => association ?? <Nothing />,
  },
  {
    key: "members",
    title: "成员工会",
    width: 360,
    cell: ({ members }) =>
      members.length === 0 ? (
        <Nothing />
      ) : (
        members.map(({ name, founder }) => (founder ? `${name}（发起）` : name)).join("、")
      ),
  },
  { key: "since", title: "成立日期", width: 120, cell: ({ sinceDay }) => <Day value={sinceDay} /> },
];

export function Page() {
  const { history } = useRouter();
  const list = useList(["joining", "federations"], readFederations);
  const found = () => history.push(paths.function("joining.federation"));
  const join = () => history.push(paths.function("joining.federation.join"));
  const leave = () => history.push(paths.function("joining.federation.leave"));
  const { role } = useMe();
  return (
    <ListPage
      title="行业联合会"
      sentence="依托行业协会组建的工会联合会，没有单位的职工可以直接加入。"
      action={
        <Button type="primary" icon={<PlusOutlined />} onClick={found}>
          申请组建
        </Button>
      }
      more={
        role === "cadre" ? null : (
          <>
            <Button onClick={join}>本工会加入联合会</Button>
            <Button onClick={leave}>退出联合会</Button>
          </>
        )
      }
      above={<JoiningTabs here="federations" />}
      id="joining.federations"
      label="行业工会联合会"
      unit="个联合会"
      columns={columns}
      keyOf={({ union }) => union.id}
      list={list}
      onOpen={({ union }) => history.push(paths.union(union.id))}
      empty={{ sentence: "还没有行业联合会" }}
    />
  );
}
