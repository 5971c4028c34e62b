// Invitations (扫码与集中入会): events and posters by which workers join, and how many came by each.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useList } from "../../../list-state.ts";
import { Moment } from "../../../ui/day.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { joiningPaths } from "./addresses.ts";
import { stateTones } from "./invitation-tones.ts";
import { type Invitation, readInvitations } from "./joining.ts";
import { JoiningTabs } from "./joining-tabs.tsx";

const columns: PageColumn<Invitation>[] = [
  { key: "title", title: "名称", width: 176, cell: ({ title }) => title },
  {
    key: "state",
    title: "状态",
    width: 104,
    phone: "tag",
    cell: ({ state, stateName }) => (
      <StatusTag tone={stateTones[state]} quiet>
        {stateName}
      </StatusTag>
    ),
  },
  {
    key: "kind",
    title: "方式",
    width: 92,
    cell: ({ kind }) => (kind === "event" ? "集中入会" : "海报"),
  },
  { key: "union", title: "加入的工会", width: 176, cell: ({ union }) => union.name },
  { key: "place", title: "地点", width: 136, cell: ({ place }) => place },
  {
    key: "waiting",
    title: "等待审核",
    width: 84,
    align: "right",
    cell: ({ counts }) => countWords(counts.running),
  },
  {
    key: "joined",
    title: "已入会",
    width: 84,
    align: "right",
    cell: ({ counts }) => countWords(counts.approved),
  },
  { key: "opens", title: "开始", width: 138, cell: ({ opensAt }) => <Moment value={opensAt} /> },
  {
    key: "expires",
    title: "失效",
    width: 138,
    cell: ({ expiresAt }) => <Moment value={expiresAt} />,
  },
];

const fields = [
  {
    kind: "choice" as const,
    name: "kind",
    title: "方式",
    width: 132,
    options: [
      { value: "event", title: "集中入会" },
      { value: "poster", title: "海报" },
    ],
  },
];

export function Page() {
  const { history } = useRouter();
  const list = useList(["joining", "invitations"], readInvitations);
  const make = () => history.push(joiningPaths.newInvitation());
  return (
    <ListPage
      title="新业态入会"
      sentence="开一场集中入会，或贴一张海报：扫码就能申请，一次批准所有等待的人。"
      action={
        <Button type="primary" icon={<PlusOutlined />} onClick={make}>
          新建活动或海报
        </Button>
      }
      above={<JoiningTabs here="invitations" />}
      id="joining.invitations"
      label="入会活动和海报"
      unit="个活动或海报"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      onOpen={({ id }) => history.push(joiningPaths.invitation(id))}
      empty={{ sentence: "还没有入会活动或海报", hint: "新建一个，打印海报，扫码就能入会。" }}
    />
  );
}
