// Posts and accounts (岗位与账号): the system administrator asks for posts, the security administrator agrees and guards.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../list-state.ts";
import { useMe } from "../../session.ts";
import { Day } from "../../ui/day.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { PlusOutlined } from "../../ui/icons.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { AccessTabs } from "./access-tabs.tsx";
import { AskPost } from "./ask-post.tsx";
import { PostPanel, PostState } from "./post-panel.tsx";
import { type Post, readPosts, roleTitles, stateTitles } from "./posts.ts";
import type { Slip } from "./resets.ts";
import { SlipPage } from "./slip-page.tsx";

const columns: PageColumn<Post>[] = [
  { key: "account", title: "姓名", width: 110, cell: ({ accountName }) => accountName },
  {
    key: "state",
    title: "状态",
    width: 120,
    phone: "tag",
    cell: ({ state }) => <PostState state={state} />,
  },
  { key: "title", title: "岗位", width: 180, cell: ({ title }) => title },
  { key: "role", title: "角色", width: 120, cell: ({ role }) => roleTitles[role] ?? role },
  { key: "union", title: "工会", width: 256, cell: ({ orgName }) => orgName },
  { key: "phone", title: "手机号", width: 132, cell: ({ phone }) => phone },
  { key: "from", title: "任职起", width: 116, cell: ({ fromDay }) => <Day value={fromDay} /> },
  {
    key: "to",
    title: "任职止",
    width: 116,
    hidden: true,
    cell: ({ toDay }) => <Day value={toDay} />,
  },
  {
    key: "locked",
    title: "账号",
    width: 108,
    cell: ({ locked }) => (locked ? <StatusTag tone="late">已锁定</StatusTag> : "正常"),
  },
];

const choicesOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

const fields: FilterField[] = [
  { kind: "search", name: "name", title: "姓名", width: 180 },
  { kind: "choice", name: "state", title: "状态", options: choicesOf(stateTitles) },
  { kind: "choice", name: "role", title: "角色", options: choicesOf(roleTitles) },
];

const sentences: Readonly<Record<string, string>> = {
  "system-admin": "本级和下级工会的岗位。设置由您提出、安全管理员批准；撤销立即生效。",
  "security-admin":
    "本级和下级工会的岗位。您批准新岗位，为锁定的账号解锁，让可疑的账号下线，为丢了密码或动态口令的人重置。",
};

const keyOf = ({ id }: Post) => id;

export function Page() {
  const { role } = useMe();
  const [asking, setAsking] = useState(false);
  const [slip, setSlip] = useState<Slip>();
  const list = useList(["posts"], readPosts);
  if (slip) return <SlipPage slip={slip} onClose={() => setSlip(undefined)} />;
  return (
    <ListPage
      title="岗位与账号"
      sentence={sentences[role]}
      action={
        role === "system-admin" ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking(true)}>
            申请设置岗位
          </Button>
        ) : undefined
      }
      above={role === "security-admin" ? <AccessTabs here="posts" /> : null}
      id="administration.posts"
      label="岗位与账号"
      unit="个岗位"
      columns={columns}
      keyOf={keyOf}
      list={list}
      fields={fields}
      panel={({ row, ways }) => <PostPanel post={row} role={role} onSlip={setSlip} {...ways} />}
      empty={{ sentence: "还没有设置岗位" }}
    >
      <AskPost open={asking} onClose={() => setAsking(false)} />
    </ListPage>
  );
}
