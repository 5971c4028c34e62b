// Proxies (代理): who does one's work while one is away, and whom one stands in for.
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { answer, api } from "../../client.ts";
import { useListPlace } from "../../list-state.ts";
import { useCommand } from "../../session.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { Day } from "../../ui/day.tsx";
import { PlusOutlined } from "../../ui/icons.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { Nothing } from "../../ui/money.tsx";
import { sentenceOf } from "../../ui/problem.ts";
import { StatusTag, type Tone } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { NameProxy } from "./name-proxy.tsx";
import styles from "./overview.module.css";
import { type ProxyRow, proxiesKey, proxiesQuery } from "./proxies.ts";

const states: Record<ProxyRow["state"], { readonly tone: Tone; readonly title: string }> = {
  coming: { tone: "wait", title: "还没开始" },
  running: { tone: "doing", title: "代理中" },
  over: { tone: "done", title: "已到期" },
  ended: { tone: "off", title: "提前结束" },
};

const columns: readonly PageColumn<ProxyRow>[] = [
  {
    key: "who",
    title: "谁代理谁",
    width: 260,
    cell: ({ mine, principal, deputy }) => (
      <span className={styles.title}>
        <span>{mine ? `请 ${deputy} 代理` : `代 ${principal} 办理`}</span>
        <small>{mine ? `您的岗位：${principal}` : "对方的待办在您的工作台"}</small>
      </span>
    ),
  },
  {
    key: "state",
    title: "状态",
    width: 120,
    phone: "tag",
    cell: ({ state }) => <StatusTag tone={states[state].tone}>{states[state].title}</StatusTag>,
  },
  {
    key: "days",
    title: "起止",
    width: 220,
    cell: ({ fromDay, toDay }) => (
      <>
        <Day value={fromDay} /> 至 <Day value={toDay} />
      </>
    ),
  },
  {
    key: "functions",
    title: "事项",
    width: 200,
    cell: ({ functions }) => functions?.map(({ title }) => title).join("、") ?? "全部事项",
  },
  { key: "reason", title: "原因", width: 160, cell: ({ reason }) => reason },
  {
    key: "end",
    title: "操作",
    width: 120,
    always: true,
    cell: (proxy) => (proxy.mine && isOpen(proxy) ? <EndProxy {...proxy} /> : <Nothing />),
  },
];

const isOpen = ({ state }: ProxyRow) => state === "running" || state === "coming";

function EndProxy({ id, deputy, state }: ProxyRow) {
  const confirm = useConfirm();
  const { message } = App.useApp();
  const end = useCommand(
    (_: string, headers) =>
      answer(api.POST("/api/cases/proxies/{id}/end", { params: { path: { id } }, headers })),
    { refresh: [proxiesKey] },
  );
  const ask = () =>
    confirm({
      title: state === "running" ? `现在结束 ${deputy} 的代理？` : `取消请 ${deputy} 代理？`,
      effects: ["对方不能再办您的待办，已经办了的不受影响。", "需要时可以重新设置。"],
      verb: "结束代理",
      run: () => end.mutateAsync(id),
    }).catch((failure: unknown) => message.error(sentenceOf(failure).title));
  return (
    <Button size="small" onClick={ask}>
      结束代理
    </Button>
  );
}

export function Page() {
  const place = useListPlace();
  const [naming, setNaming] = useState(false);
  const query = useQuery({
    ...proxiesQuery,
    select: (rows) => ({ rows, total: rows.length }),
  });
  return (
    <ListPage
      title="代理"
      sentence="外出、休假时，请同志代办您的办件。到期自动结束，办了什么、代谁办的，都写进办理记录。"
      action={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setNaming(true)}>
          请人代理
        </Button>
      }
      id="cases.proxies"
      label="代理"
      unit="项"
      columns={columns}
      keyOf={({ id }) => id}
      list={{ place, query }}
      empty={{ sentence: "没有代理", hint: "您请人代理的、别人请您代理的，都会列在这里。" }}
    >
      <NameProxy open={naming} onClose={() => setNaming(false)} />
    </ListPage>
  );
}
