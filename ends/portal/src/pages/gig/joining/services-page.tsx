// Services before joining (先服务后入会): what was done for workers, whose it became, and recording one.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { Day } from "../../../ui/day.tsx";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Money } from "../../../ui/money.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import { type NewService, readServices, type Service, tradesQuery, useRecord } from "./joining.ts";
import { JoiningTabs } from "./joining-tabs.tsx";
import { serviceForm } from "./service-form.ts";

const columns: PageColumn<Service>[] = [
  { key: "name", title: "姓名", width: 100, cell: ({ name }) => name },
  {
    key: "joined",
    title: "入会",
    width: 110,
    phone: "tag",
    cell: ({ joinedAt }) => (
      <StatusTag tone={joinedAt ? "done" : "wait"} quiet>
        {joinedAt ? "已入会" : "还没有"}
      </StatusTag>
    ),
  },
  { key: "phone", title: "手机号", width: 130, cell: ({ phone }) => phone },
  { key: "trade", title: "群体", width: 120, cell: ({ tradeName }) => tradeName },
  { key: "kind", title: "服务", width: 120, cell: ({ kindName }) => kindName },
  { key: "what", title: "内容", width: 220, cell: ({ what }) => what },
  { key: "day", title: "日期", width: 120, cell: ({ day }) => <Day value={day} /> },
  {
    key: "cost",
    title: "花费",
    width: 120,
    align: "right",
    cell: ({ costFen }) => <Money fen={costFen} />,
  },
  { key: "union", title: "提供的工会", width: 220, cell: ({ unionName }) => unionName },
];

const fields = [
  {
    kind: "choice" as const,
    name: "joined",
    title: "入会",
    width: 132,
    options: [
      { value: "true", title: "已入会" },
      { value: "false", title: "还没有入会" },
    ],
  },
];

export function Page() {
  const [recording, setRecording] = useState(false);
  const list = useList(["joining", "services"], readServices);
  return (
    <ListPage
      title="先服务后入会"
      sentence="给还没有入会的职工做的服务记在这里；姓名和手机号对上，入会后自动归到本人名下。"
      action={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
          登记服务
        </Button>
      }
      above={<JoiningTabs here="services" />}
      id="joining.services"
      label="入会前服务记录"
      unit="次服务"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      empty={{ sentence: "还没有登记过服务" }}
    >
      <Record open={recording} onClose={() => setRecording(false)} />
    </ListPage>
  );
}

interface RecordProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function Record({ open, onClose }: RecordProps) {
  const trades = useQuery(tradesQuery);
  const record = useRecord(onClose);
  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title="登记服务"
      loading={!trades.data}
      problem={trades.error}
    >
      <FormShell<NewService>
        name="service"
        initialValues={{ costFen: 0 }}
        onSubmit={(values) => record.mutate(values)}
        submit="登记"
        submitting={record.isPending}
        problem={record.error}
      >
        <CaseForm form={serviceForm(trades.data ?? [])} />
      </FormShell>
    </SidePanel>
  );
}
